package org.jianzheng.acquisition.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jianzheng.acquisition.ingest.ArrivedChunks.Points;
import org.jianzheng.acquisition.run.RunState;

/** A run that somebody watches at this node: what has come of it, each number of a chunk once, in the order it was seen. */
final class WatchedRun {

    private final String runId;
    private final AskedRate asked;
    private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();
    private final List<Points> arrived = new ArrayList<>();
    private final Set<Integer> seqs = new HashSet<>();
    private final LatestPoints latest = new LatestPoints();
    private boolean loaded;
    private RunState state;

    WatchedRun(String runId, AskedRate asked) {
        this.runId = runId;
        this.asked = asked;
    }

    String runId() {
        return runId;
    }

    Set<Watcher> watchers() {
        return watchers;
    }

    synchronized boolean isLoaded() {
        return loaded;
    }

    synchronized boolean misses(int seq) {
        return !seqs.contains(seq);
    }

    synchronized void add(List<Points> chunks) {
        chunks.stream().filter(chunk -> seqs.add(chunk.seq())).forEach(chunk -> {
            arrived.add(chunk);
            latest.add(chunk);
        });
        loaded = true;
    }

    synchronized void stands(RunState now) {
        state = now;
    }

    synchronized RunState state() {
        return state;
    }

    /** What was seen from that place on. */
    synchronized List<Points> from(int index) {
        return List.copyOf(arrived.subList(Math.min(index, arrived.size()), arrived.size()));
    }

    synchronized Optional<LiveRate> rate() {
        return latest.rate().map(rate -> LiveRate.of(rate, asked));
    }
}
