package org.jianzheng.acquisition.live;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.ingest.ArrivedChunks.Points;
import org.jianzheng.acquisition.run.RunState;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Whoever reads slowly gets more at once, and holds up nobody else. */
final class Watcher {

    /** Somebody who comes again is given so many chunks that they may have: rows become visible out of order. */
    private static final int GIVEN_AGAIN = 50;

    private static final long RECONNECT_MILLIS = 500;
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final SseEmitter emitter;
    private final String reader;
    private final long had;
    private final AtomicBoolean sending = new AtomicBoolean();
    private int sent;
    private RunState told;
    private long lastWord = System.nanoTime();

    /** @param had the row up to which it has everything; 0 for a new page */
    Watcher(SseEmitter emitter, String reader, long had) {
        this.emitter = emitter;
        this.reader = reader;
        this.had = had;
    }

    String reader() {
        return reader;
    }

    /** Sends what is new, unless the last word is still on its way. */
    void tell(WatchedRun run, Executor threads) {
        if (sending.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    send(run);
                } catch (IOException | IllegalStateException gone) {
                    // The server ends what was cut off; nothing more goes there.
                    run.watchers().remove(this);
                } finally {
                    sending.set(false);
                }
            });
        }
    }

    private void send(WatchedRun run) throws IOException {
        // In this order: what is sealed has all its points.
        RunState state = run.state();
        List<Points> chunks = news(run);
        if (!chunks.isEmpty()) {
            send(points(chunks, run));
        }
        if (state != null && state != told) {
            told = state;
            send(SseEmitter.event().name("state").data(Map.of("state", state.name()), MediaType.APPLICATION_JSON));
        }
        if (state != null && !state.isUnderWay()) {
            emitter.complete();
            run.watchers().remove(this);
        } else if (System.nanoTime() - lastWord > QUIET_NANOS) {
            send(SseEmitter.event().comment("quiet"));
        }
    }

    private List<Points> news(WatchedRun run) {
        List<Points> seen = run.from(sent);
        boolean comesAgain = sent == 0 && had > 0;
        sent += seen.size();
        if (!comesAgain) {
            return seen;
        }
        Set<Long> again = seen.stream()
                .map(Points::id)
                .sorted(Comparator.reverseOrder())
                .limit(GIVEN_AGAIN)
                .collect(Collectors.toSet());
        return seen.stream()
                .filter(chunk -> chunk.id() > had || again.contains(chunk.id()))
                .toList();
    }

    private static SseEmitter.SseEventBuilder points(List<Points> chunks, WatchedRun run) {
        long latest = chunks.stream().mapToLong(Points::id).max().orElseThrow();
        return SseEmitter.event()
                .name("points")
                .id(String.valueOf(latest))
                .reconnectTime(RECONNECT_MILLIS)
                .data(
                        new Arrived(
                                chunks.stream().map(Chunk::of).toList(),
                                run.rate().orElse(null)),
                        MediaType.APPLICATION_JSON);
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
        emitter.send(event);
        lastWord = System.nanoTime();
    }

    /** What a page is told. */
    private record Arrived(List<Chunk> chunks, LiveRate rate) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Chunk(int seq, int[] t, List<BigDecimal> kN) {

        static Chunk of(Points points) {
            return new Chunk(
                    points.seq(),
                    points.millis(),
                    Arrays.stream(points.newtons())
                            .mapToObj(Curve::inKilonewtons)
                            .toList());
        }
    }
}
