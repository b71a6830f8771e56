package org.jianzheng.acquisition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.jianzheng.acquisition.broker.MachineTopic;
import org.junit.jupiter.api.Test;

class RunShareTest {

    private static final int MEBIBYTE = 1 << 20;

    private final ChunkStore chunks = mock();
    private final RunShare share = new RunShare(chunks);

    private static ChunkStore.Chunk chunk(int seq) {
        return new ChunkStore.Chunk("r1", MachineTopic.Kind.SAMPLES, seq, new byte[32], new byte[MEBIBYTE]);
    }

    @Test
    void whatIsSentAgainAndAgainIsNotMoreThanWhatIsStored() {
        when(chunks.bytes("r1")).thenReturn(5L * MEBIBYTE);
        for (int i = 0; i < 1000; i++) {
            assertThat(share.holds(chunk(i % 5))).isTrue();
        }
    }

    @Test
    void beyondItsShareNothingNewOfARunIsKept() {
        when(chunks.bytes("r1")).thenReturn(RunShare.MOST_BYTES);
        for (int seq = 0; seq < 64; seq++) {
            assertThat(share.holds(chunk(seq))).isTrue();
        }
        verify(chunks, never()).bytes(any());
        assertThat(share.holds(chunk(64))).isFalse();
        when(chunks.holds(any())).thenReturn(true);
        assertThat(share.holds(chunk(3))).isTrue();
    }
}
