package org.jianzheng.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.Checkout;
import org.jianzheng.support.machine.CurveFamily;
import org.jianzheng.support.machine.CurveRecipe;
import org.jianzheng.support.machine.CurveWish;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.Pressing;
import org.jianzheng.support.machine.Pulling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The testing machines of laboratory BJ01: each is connected over MQTT as a real one would be, and answers what is opened on
 * it with a curve in real time. {@code JIANZHENG_MACHINES=off ./mvnw} leaves the port to real machines;
 * {@code JIANZHENG_MACHINES=10} makes them ten times as fast. {@code echo slip > .local/next-curve} has the next specimen tested so.
 */
final class SimulatedMachines implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SimulatedMachines.class);

    private static final String LAB = "BJ01";
    private static final List<String> CODES = List.of("BJ01-YL-01", "BJ01-YL-02", "BJ01-WN-01", "BJ01-KZ-01");
    private static final String SECRET = "Jianzheng-2026";
    private static final int CHUNK_MILLIS = 500;
    private static final int CHANGE_MILLIS = 20_000;
    private static final int DROPPED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Thread> machines = new ArrayList<>();
    private final Map<String, Curve> before = new ConcurrentHashMap<>();
    private final int port;
    private final double speed;
    private final Path wishes;
    private SimulatedSensors sensors;
    private volatile boolean running = true;

    private SimulatedMachines(int port, double speed, Path wishes) {
        this.port = port;
        this.speed = speed;
        this.wishes = wishes;
    }

    /** Connects them, and has the first of them test what waits for its test; null where they are switched off. */
    static SimulatedMachines start(int port, ApplicationContext platform) {
        String chosen = chosen();
        if (chosen.equals("off")) {
            return null;
        }
        SimulatedMachines simulated = new SimulatedMachines(
                port, Double.parseDouble(chosen), Checkout.top().resolve(".local/next-curve"));
        CODES.forEach(code -> simulated.begin("machine-" + code, () -> simulated.work(code)));
        simulated.begin("machine-demo", () -> simulated.testWhatWaits(platform));
        simulated.sensors = SimulatedSensors.start(port, platform);
        return simulated;
    }

    /** Whether they take as long to send a curve as a machine takes to measure it. */
    static boolean areInRealTime() {
        return chosen().equals("off") || Double.parseDouble(chosen()) <= 1;
    }

    private static String chosen() {
        return Optional.ofNullable(System.getenv("JIANZHENG_MACHINES")).orElse("1");
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        machines.add(thread);
    }

    private void work(String code) {
        Set<String> tested = new HashSet<>();
        CurvesOfTests curves = new CurvesOfTests(new Random().nextLong());
        while (running) {
            try (MachineHost host = MachineHost.connect(port, LAB, code, SECRET)) {
                while (running) {
                    Optional<JsonNode> told = host.hears(PATIENCE);
                    if (told.filter(one -> one.has("open")).isPresent()
                            && tested.add(told.get().get("runId").asText())) {
                        test(host, told.get(), curves);
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Simulated machine {} connects again: {}", code, e.toString());
                pause(PATIENCE.toMillis());
            }
        }
    }

    private void test(MachineHost host, JsonNode told, CurvesOfTests curves) throws InterruptedException {
        String method = told.get("open").get("method").asText();
        Optional<CurveFamily> family = Arrays.stream(CurveFamily.values())
                .filter(one -> one.method().equals(method))
                .findFirst();
        if (family.isEmpty()) {
            return;
        }
        CurveWish wish = wish();
        Curve curve = wish.curve(usual(family.get()), curves, before.get(method));
        before.put(method, curve);
        Spool spool = Spool.of(
                told.get("runId").asText(),
                told.get("open").get("specimen").asText(),
                method,
                curve,
                pointsInAChunk(curve));
        host.begin(spool);
        for (int seq = 0; seq < spool.chunks().size(); seq++) {
            pause((long) (CHUNK_MILLIS / speed));
            if (!wish.dropsChunks() || seq % DROPPED != DROPPED - 1) {
                host.chunk(spool, seq);
            }
        }
        if (!wish.neverEnds()) {
            host.end(spool);
            answer(host, spool);
        }
    }

    /** Sends again what it is asked for, until its run is accepted. */
    private static void answer(MachineHost host, Spool spool) throws InterruptedException {
        Optional<JsonNode> told = host.hears(PATIENCE);
        while (told.isPresent() && !told.get().has("accepted")) {
            if (told.get().path("runId").asText().equals(spool.runId())) {
                told.get().path("resend").forEach(seq -> host.chunk(spool, seq.asInt()));
            }
            told = host.hears(PATIENCE);
        }
    }

    /** What somebody asked of the next run; taken once. */
    private synchronized CurveWish wish() {
        try {
            if (!Files.exists(wishes)) {
                return CurveWish.USUAL;
            }
            String line = Files.readString(wishes);
            Files.delete(wishes);
            log.info("The next specimen is tested as was asked: {}", line.strip());
            return CurveWish.read(line);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Nothing else than usual: {}", e.getMessage());
            return CurveWish.USUAL;
        }
    }

    /** What passes in the demo city: cubes of C30 and of M10, bars of 20 mm, which are most of what is tested. */
    private static CurveRecipe usual(CurveFamily family) {
        Random random = new Random();
        return switch (family) {
            case CONCRETE -> new Pressing(790 + random.nextInt(60), 0.6 * 22.5, 20, 8, 2000);
            case MORTAR -> new Pressing(40 + random.nextInt(4), 0.8, 20, 0.5, 300);
            case REBAR -> new Pulling(137 + random.nextInt(4), 190 + random.nextInt(5), 6.3, 20, true);
            default -> family.any(random);
        };
    }

    private static int pointsInAChunk(Curve curve) {
        int step = Math.max(1, curve.millis(1) - curve.millis(0));
        return Math.max(1, CHUNK_MILLIS / step);
    }

    /** So that somebody who has just started the platform finds a live curve: a sample that waits for its test is tested. */
    private void testWhatWaits(ApplicationContext platform) {
        try {
            Sampling sampling = platform.getBean(Sampling.class);
            Acquisition acquisition = platform.getBean(Acquisition.class);
            platform.getBean(JdbcTemplate.class)
                    .queryForList("SELECT case_id, item, machine FROM testing_order WHERE tester = 'tester'"
                            + " AND item IN ('concrete-cube', 'mortar-cube')"
                            + " AND awaiting IS NOT NULL AND handed_back_at IS NULL ORDER BY assigned_at LIMIT 1")
                    .forEach(order -> As.person(
                            "tester",
                            () -> test(
                                    acquisition,
                                    sampling.sample((String) order.get("case_id")),
                                    (String) order.get("item"),
                                    (String) order.get("machine"))));
        } catch (RuntimeException e) {
            log.warn("No demo run was opened: {}", e.toString());
        }
    }

    private void test(Acquisition acquisition, SampleView sample, String method, String machine) {
        for (SampleView.SpecimenView specimen : sample.specimens()) {
            boolean tested = acquisition.ofCase(sample.caseId()).stream()
                    .anyMatch(run -> run.piece().mark().equals(specimen.mark()));
            if (!tested) {
                // Somebody takes the broken one out and puts the next one in.
                pause((long) (CHANGE_MILLIS / speed));
                String runId = As.present(
                                "tester", Instant.now(), () -> acquisition.open(specimen.mark(), method, machine))
                        .id();
                while (running && acquisition.run(runId).state().isUnderWay()) {
                    pause(1000);
                }
            }
        }
    }

    private void pause(long millis) {
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
        machines.forEach(Thread::interrupt);
        if (sensors != null) {
            sensors.close();
        }
    }
}
