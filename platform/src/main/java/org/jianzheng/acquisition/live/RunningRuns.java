package org.jianzheng.acquisition.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.ingest.ArrivedChunks;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunSight;
import org.jianzheng.acquisition.run.RunStore;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What runs right now, for walls: read once a second for all who look, however many they are. */
@Component
public class RunningRuns {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 2000;

    private final RunStore runs;
    private final ArrivedChunks chunks;
    private final RunSight sight;
    private List<RunningRun> last = List.of();
    private long readAt = System.nanoTime() - FRESH.toNanos();

    RunningRuns(RunStore runs, ArrivedChunks chunks, RunSight sight) {
        this.runs = runs;
        this.chunks = chunks;
        this.sight = sight;
    }

    /** Those that the acting person may see, in the order they were opened. */
    public List<RunningRun> seen() {
        return all().stream()
                .filter(running -> sight.sees(running.run().parties()))
                .toList();
    }

    private synchronized List<RunningRun> all() {
        if (System.nanoTime() - readAt >= FRESH.toNanos()) {
            last = read();
            readAt = System.nanoTime();
        }
        return last;
    }

    private List<RunningRun> read() {
        List<Run> busy = runs.busy(PageRequest.ofSize(MOST));
        Set<String> begun = busy.stream().filter(Run::hasBegun).map(Run::id).collect(Collectors.toSet());
        Map<String, LatestPoints> latest = new HashMap<>();
        chunks.read(chunks.latest(begun, LatestPoints.CHUNKS))
                .forEach(chunk -> latest.computeIfAbsent(chunk.runId(), id -> new LatestPoints())
                        .add(chunk));
        return busy.stream()
                .map(run -> running(run, latest.getOrDefault(run.id(), new LatestPoints())))
                .toList();
    }

    private static RunningRun running(Run run, LatestPoints latest) {
        return new RunningRun(
                run.view(),
                latest.last().map(point -> point[0]).orElse(null),
                latest.last().map(point -> Curve.inKilonewtons(point[1])).orElse(null),
                latest.rate().map(rate -> LiveRate.of(rate, AskedRate.of(run))).orElse(null));
    }
}
