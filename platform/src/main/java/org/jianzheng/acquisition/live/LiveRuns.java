package org.jianzheng.acquisition.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.ingest.ArrivedChunks;
import org.jianzheng.acquisition.ingest.ArrivedChunks.Place;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages what machines send, whichever node it came in at: each node reads for all of its readers at once what was
 * stored since, and nothing while nobody watches.
 */
@Component
public class LiveRuns implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LiveRuns.class);

    private static final long EVERY_MILLIS = 250;
    /** A browser asks again by itself then, and is let in or not as it is at that time. */
    private static final long LONGEST_MILLIS = 120_000;
    /** Longer than a batch of messages takes to be stored. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    private static final int MOST_WATCHERS = 2000;
    private static final int MOST_OF_ONE_READER = 16;
    /** Whoever does not read holds one for ten seconds at most: then the server gives the connection up. */
    private static final int SENDERS = 64;

    private static final long IDLE_SECONDS = 30;

    private final ArrivedChunks chunks;
    private final RunStore runs;
    private final Identity identity;
    private final Map<String, WatchedRun> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(LiveRuns::thread);
    private final ExecutorService senders = senders();
    private final Deque<long[]> horizon = new ArrayDeque<>();
    private Future<?> polling;

    LiveRuns(ArrivedChunks chunks, RunStore runs, Identity identity) {
        this.chunks = chunks;
        this.runs = runs;
        this.identity = identity;
    }

    // Each watcher waits in the queue once at most, so it is no longer than there are watchers.
    private static ExecutorService senders() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                SENDERS, SENDERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LiveRuns::thread);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "live-runs");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A stream of what comes of a run, for the acting person.
     *
     * @param run one that the reader may see
     * @param had the last event that the reader has; 0 for all
     * @throws RuleBroken where this person, or all together, watch too many
     */
    public SseEmitter watch(RunView run, long had) {
        SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
        Watcher watcher = new Watcher(emitter, identity.acting().username(), had);
        Runnable leave = () -> leave(run.id(), watcher);
        emitter.onCompletion(leave);
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> leave.run());
        join(run, watcher);
        return emitter;
    }

    private synchronized void join(RunView run, Watcher watcher) {
        List<Watcher> all = watched.values().stream()
                .flatMap(each -> each.watchers().stream())
                .toList();
        if (all.size() >= MOST_WATCHERS) {
            throw new RuleBroken("acquisition.live.full");
        }
        long own = all.stream()
                .filter(each -> each.reader().equals(watcher.reader()))
                .count();
        if (own >= MOST_OF_ONE_READER) {
            throw new RuleBroken("acquisition.live.tooMany", MOST_OF_ONE_READER);
        }
        watched.computeIfAbsent(run.id(), id -> new WatchedRun(id, asked(id)))
                .watchers()
                .add(watcher);
        if (polling == null) {
            horizon.clear();
            polling = clockwork.scheduleWithFixedDelay(this::poll, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The loading rate that a run is to keep. */
    public AskedRate asked(String runId) {
        return runs.findById(runId).map(AskedRate::of).orElse(AskedRate.NONE);
    }

    private synchronized void leave(String runId, Watcher watcher) {
        Optional.ofNullable(watched.get(runId)).ifPresent(run -> run.watchers().remove(watcher));
        rest();
    }

    private synchronized void rest() {
        watched.values().removeIf(run -> run.watchers().isEmpty());
        if (watched.isEmpty() && polling != null) {
            polling.cancel(false);
            polling = null;
        }
    }

    private void poll() {
        try {
            read();
        } catch (RuntimeException e) {
            log.debug("What machines sent could not be read for those who watch; it is tried again", e);
        }
    }

    private void read() {
        rest();
        Collection<WatchedRun> all = List.copyOf(watched.values());
        if (all.isEmpty()) {
            return;
        }
        Set<String> ids = all.stream().map(WatchedRun::runId).collect(Collectors.toSet());
        Map<String, Run> now = runs.findByIdIn(ids).stream().collect(Collectors.toMap(Run::id, run -> run));
        long from = lookBack();
        Map<String, List<Place>> news = chunks.behind(from, ids).stream().collect(Collectors.groupingBy(Place::runId));
        for (WatchedRun run : all) {
            List<Place> places = run.isLoaded() ? news.getOrDefault(run.runId(), List.of()) : chunks.of(run.runId());
            run.add(chunks.read(
                    places.stream().filter(place -> run.misses(place.seq())).toList()));
            Optional.ofNullable(now.get(run.runId())).map(Run::state).ifPresent(run::stands);
            run.watchers().forEach(watcher -> watcher.tell(run, senders));
        }
    }

    /** The last row as it was a while ago: what was given a lower number and committed since lies behind it. */
    private long lookBack() {
        long time = System.nanoTime();
        horizon.addLast(new long[] {time, chunks.last()});
        while (horizon.size() > 1 && time - horizon.peekFirst()[0] > LOOK_BACK.toNanos()) {
            horizon.removeFirst();
        }
        return horizon.peekFirst()[1];
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
        senders.shutdownNow();
    }
}
