package org.jianzheng.support.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.Pressing;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Machines that test one specimen after the other while something is done to them, and what has to be true at the end. */
public final class LineTrial implements AutoCloseable {

    private static final int PACE_MILLIS = 60;
    private static final int POINTS_IN_A_CHUNK = 20;

    private final ApplicationContext platform;
    private final MachinePark park;
    private final List<SpoolingMachine> machines;
    private final Map<String, Curve> curves = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final CurvesOfTests made;
    private final Random random;
    private final Thread feeder = new Thread(this::feed, "feeder");
    private volatile boolean feeding;
    private int cutsBefore;

    private record Sent(SpoolingMachine machine, Spool spool) {}

    /**
     * @param port where the machines reach the platform, or what lies between
     * @param seed of everything that is left to chance
     */
    public LineTrial(ApplicationContext platform, MachinePark park, int port, long seed) {
        this.platform = platform;
        this.park = park;
        this.made = new CurvesOfTests(seed);
        this.random = new Random(seed);
        this.machines = new ArrayList<>();
        for (String code : park.machines()) {
            machines.add(
                    new SpoolingMachine(park.login(port, code), machines.size() % 2 == 0, PACE_MILLIS, this::isStored));
        }
        feeder.setDaemon(true);
    }

    public Random random() {
        return random;
    }

    /** From now on a machine that has sent a run begins the next. */
    public void begin() {
        await().until(() -> machines.stream().allMatch(SpoolingMachine::isConnected));
        cutsBefore = cuts();
        feeding = true;
        feeder.start();
    }

    private void feed() {
        try {
            while (feeding) {
                for (SpoolingMachine machine : machines) {
                    if (feeding && machine.isIdle()) {
                        give(machine);
                    }
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(SpoolingMachine machine) {
        Curve curve = made.of(new Pressing(300 + random.nextInt(300), 20 + random.nextInt(10), 20, 5, 2000));
        Spool spool = park.open(machine.equipment(), curve, POINTS_IN_A_CHUNK);
        curves.put(spool.runId(), curve);
        sent.add(new Sent(machine, spool));
        machine.test(spool);
    }

    /** One of the machines that do not trust loses its power in the middle. */
    public void crashOne() {
        machines.get(random.nextInt(machines.size() / 2) * 2 + 1).crash();
    }

    /** Returns when every machine has had its last run accepted. */
    public void end(Duration patience) throws InterruptedException {
        feeding = false;
        feeder.join();
        await().atMost(patience).until(() -> machines.stream().allMatch(SpoolingMachine::isIdle));
    }

    /** How often machines were cut off or found nobody, since they were first connected. */
    public int cuts() {
        return machines.stream().mapToInt(SpoolingMachine::cuts).sum() - cutsBefore;
    }

    /** How many runs were sent. */
    public int runs() {
        return sent.size();
    }

    /** Every run is sealed and its machine told so, every chunk is there once, nothing that was acknowledged was asked for. */
    public void everythingIsThereOnce() {
        assertThat(quarantined()).as("not taken").isEmpty();
        assertThat(machines).allSatisfy(machine -> {
            assertThat(machine.lost()).as("acknowledged and lost").isEmpty();
            assertThat(machine.refusals()).as("refused").isEmpty();
        });
        assertThat(sent).isNotEmpty().allSatisfy(this::isThereOnce);
    }

    private void isThereOnce(Sent one) {
        Spool spool = one.spool();
        String id = spool.runId();
        assertThat(one.machine().isAccepted(id)).as("told of " + id).isTrue();
        Run run = platform.getBean(RunStore.class).findById(id).orElseThrow();
        Curve curve = curves.get(id);
        assertThat(run.state()).as(id).isEqualTo(RunState.SEALED);
        assertThat(run.view().sealed().sha256()).isEqualTo(CurveHash.of(curve));
        assertThat(platform.getBean(CurveStore.class).find(id, CurveHash.of(curve)))
                .contains(curve);
        assertThat(stored(id)).isEqualTo(expected(spool));
        assertThat(platform.getBean(Ledger.class).ofSubject("run:" + id))
                .extracting(LedgerLine::action)
                // While its node was away for longer than a run waits for its machine, it was taken for broken off.
                .filteredOn(action -> !action.equals("run.incomplete"))
                // This process may be ahead of the node's clock.
                .containsExactlyInAnyOrder("run.opened", "run.begun", "run.sealed");
    }

    private boolean isStored(String runId, int seq) {
        return Boolean.TRUE.equals(platform.getBean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT EXISTS (SELECT 1 FROM acquisition_chunk WHERE run_id = ? AND kind = 'SAMPLES' AND seq = ?)",
                        Boolean.class,
                        runId,
                        seq));
    }

    private List<String> stored(String runId) {
        return platform.getBean(JdbcTemplate.class)
                .query(
                        "SELECT CONCAT(kind, ' ', seq, ' ', LOWER(HEX(sha256)), ' ', SHA2(bytes, 256)) FROM acquisition_chunk"
                                + " WHERE run_id = ? ORDER BY 1",
                        (row, index) -> row.getString(1),
                        runId);
    }

    private static List<String> expected(Spool spool) {
        List<String> all = new ArrayList<>();
        all.add(line("BEGIN", 0, spool.begin()));
        for (int seq = 0; seq < spool.chunks().size(); seq++) {
            all.add(line("SAMPLES", seq, spool.chunks().get(seq)));
        }
        all.add(line("END", 0, spool.end()));
        Collections.sort(all);
        return all;
    }

    private static String line(String kind, int seq, String body) {
        String hash = DigestUtils.sha256Hex(body.getBytes(StandardCharsets.UTF_8));
        return kind + " " + seq + " " + hash + " " + hash;
    }

    private List<String> quarantined() {
        String codes = park.machines().stream().map(code -> "'" + code + "'").collect(Collectors.joining(","));
        return platform.getBean(JdbcTemplate.class)
                .queryForList(
                        "SELECT CONCAT_WS(' ', received_at, address, why, detail) FROM acquisition_quarantine"
                                + " WHERE equipment IN (" + codes + ")",
                        String.class);
    }

    @Override
    public void close() {
        feeding = false;
        machines.forEach(SpoolingMachine::close);
    }
}
