package org.jianzheng.acquisition.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much is kept of one run: a number may come again with other bytes, but not without end. Counted roughly as it comes, and
 * exactly once that is too much: the same chunk is stored once however often it is sent.
 */
@Component
class RunShare {

    /** Four times what the longest run takes up. */
    static final long MOST_BYTES = 64L << 20;

    private static final int MOST_RUNS = 5_000;
    private static final long FULL = Long.MAX_VALUE;

    private final ChunkStore chunks;
    private final Map<String, Long> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_RUNS;
        }
    };

    RunShare(ChunkStore chunks) {
        this.chunks = chunks;
    }

    /** Whether there is room for it; for what is there already there always is. */
    synchronized boolean holds(ChunkStore.Chunk chunk) {
        String run = chunk.runId();
        long before = seen.getOrDefault(run, 0L);
        if (before == FULL) {
            return chunks.holds(chunk);
        }
        long bytes = before + chunk.bytes().length;
        if (bytes > MOST_BYTES) {
            bytes = chunks.bytes(run) + chunk.bytes().length;
        }
        seen.put(run, bytes > MOST_BYTES ? FULL : bytes);
        return bytes <= MOST_BYTES || chunks.holds(chunk);
    }
}
