package org.jianzheng.support.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;

/**
 * A machine that goes on whatever happens to the platform, the network or itself: it keeps each run on its spool until that is
 * accepted, connects again and again, and sends on. One that trusts sends nothing again that the broker has acknowledged, so
 * that what it is asked for once more was lost; the others send the whole run again after each connection.
 */
public final class SpoolingMachine implements AutoCloseable {

    private static final Duration UNTIL_END_IS_REPEATED = Duration.ofSeconds(2);
    private static final long SECONDS_FOR_ONE_MESSAGE = 10;
    private static final int TIMES_LOOKED = 50;
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    /** What it takes to reach the platform. */
    public record Login(int port, String labCode, String equipment, String secret) {}

    private final Login login;
    private final boolean trusts;
    private final int paceMillis;
    private final BiPredicate<String, Integer> stored;
    private final Random random = new Random();
    private final Queue<Spool> spools = new ConcurrentLinkedQueue<>();
    private final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<String> lost = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean crashed;
    private volatile boolean connected;

    /**
     * @param paceMillis longest pause between two messages
     * @param stored whether that chunk of that run has come to the end of the line
     */
    public SpoolingMachine(Login login, boolean trusts, int paceMillis, BiPredicate<String, Integer> stored) {
        this.login = login;
        this.stored = stored;
        this.trusts = trusts;
        this.paceMillis = paceMillis;
        thread = new Thread(this::work, "machine-" + login.equipment());
        thread.setDaemon(true);
        thread.start();
    }

    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gone(String text) {
            super(text);
        }
    }

    /** One more run to be sent, written to its spool. */
    public void test(Spool spool) {
        spools.add(spool);
    }

    public boolean isConnected() {
        return connected;
    }

    public boolean isIdle() {
        return spools.isEmpty();
    }

    /** It loses its power now: what it knew is gone, what lies on its spool is not. */
    public void crash() {
        crashed = true;
    }

    public String equipment() {
        return login.equipment();
    }

    public boolean isAccepted(String runId) {
        return accepted.contains(runId);
    }

    /** Messages that the broker had acknowledged and that the platform asked for all the same. */
    public synchronized List<String> lost() {
        return List.copyOf(lost);
    }

    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** How often it was cut off, or found nobody. */
    public int cuts() {
        return cuts.get();
    }

    private void work() {
        while (running) {
            MachineHost host = null;
            try {
                host = MachineHost.connect(login.port(), login.labCode(), login.equipment(), login.secret());
                connected = true;
                sendAll(host);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                connected = false;
                cuts.incrementAndGet();
                leave(host);
                rest(100);
            }
        }
    }

    // Whoever loses power takes no leave: the broker learns of it when the machine is back.
    private void leave(MachineHost host) {
        if (crashed) {
            crashed = false;
            acknowledged.clear();
        } else if (host != null) {
            host.close();
        }
    }

    private void sendAll(MachineHost host) throws InterruptedException {
        while (running) {
            Spool spool = spools.peek();
            if (spool == null) {
                rest(10);
                requireThere(host);
            } else {
                send(host, spool);
                spools.remove();
            }
        }
    }

    private void send(MachineHost host, Spool spool) throws InterruptedException {
        deliver(host, spool, "begin", -1);
        for (int seq = 0; seq < spool.chunks().size(); seq++) {
            deliver(host, spool, "samples", seq);
        }
        deliver(host, spool, "end", spool.chunks().size());
        while (!answered(host, spool)) {
            publish(host, spool, "end", spool.chunks().size());
        }
    }

    private void deliver(MachineHost host, Spool spool, String kind, int seq) throws InterruptedException {
        if (trusts && acknowledged.containsKey(spool.runId() + ":" + seq)) {
            return;
        }
        rest(random.nextInt(paceMillis + 1));
        publish(host, spool, kind, seq);
    }

    private void publish(MachineHost host, Spool spool, String kind, int seq) throws InterruptedException {
        requireThere(host);
        String body =
                switch (kind) {
                    case "begin" -> spool.begin();
                    case "end" -> spool.end();
                    default -> spool.chunks().get(seq);
                };
        await(host, host.sending(spool.runId(), kind, body));
        acknowledged.put(spool.runId() + ":" + seq, Instant.now());
    }

    private void await(MachineHost host, CompletableFuture<?> sent) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_FOR_ONE_MESSAGE);
        while (!sent.isDone()) {
            requireThere(host);
            if (System.nanoTime() > end) {
                throw new Gone("not acknowledged");
            }
            Thread.sleep(1);
        }
        sent.join();
    }

    private void requireThere(MachineHost host) {
        if (crashed || !running || !host.isConnected()) {
            throw new Gone("cut off");
        }
    }

    private boolean answered(MachineHost host, Spool spool) throws InterruptedException {
        long end = System.nanoTime() + UNTIL_END_IS_REPEATED.toNanos();
        while (System.nanoTime() < end) {
            requireThere(host);
            Optional<JsonNode> told = host.hears(Duration.ofMillis(50));
            if (told.isPresent() && isAcceptance(host, spool, told.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAcceptance(MachineHost host, Spool spool, JsonNode told) throws InterruptedException {
        if (!told.path("runId").asText().equals(spool.runId())) {
            return false;
        }
        for (JsonNode seq : told.path("resend")) {
            askedAgain(spool.runId(), seq.asInt());
            publish(host, spool, "samples", seq.asInt());
        }
        if (told.has("refused")) {
            refused(spool.runId() + ": " + told.get("refused").asText());
        }
        if (told.has("accepted")) {
            accepted.add(spool.runId());
        }
        return told.has("accepted");
    }

    // Asked for before the platform had read it, it is there in a moment; else it was lost.
    private void askedAgain(String runId, int seq) throws InterruptedException {
        String key = runId + ":" + seq;
        Instant at = acknowledged.get(key);
        if (!trusts || at == null) {
            return;
        }
        for (int i = 0; i < TIMES_LOOKED; i++) {
            if (stored.test(runId, seq)) {
                return;
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        synchronized (this) {
            lost.add(key + " acknowledged at " + at + ", asked for at " + Instant.now());
        }
    }

    private synchronized void refused(String text) {
        refusals.add(text);
    }

    private void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
