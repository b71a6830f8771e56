package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveCodec;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.RealCurves;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A machine sends a run to the broker inside: from opening it to the sealed curve. */
@PlatformTest
class RunModuleTest {

    @Autowired
    Acquisition acquisition;

    @Autowired
    Warnings warnings;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Clock clock;

    private CubesToTest cubes;
    private MachineHost host;

    @BeforeEach
    void receivedCubesAndTheirMachine(@Autowired ApplicationContext platform) {
        cubes = new CubesToTest(platform);
        host = cubes.host();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        cubes.close();
    }

    private RunView open() {
        return cubes.open(1);
    }

    private RunView run(String id) {
        return As.person("tester", () -> acquisition.run(id));
    }

    private Spool spool(String runId, Curve curve) {
        return cubes.spool(runId, 1, curve);
    }

    private static Curve curve() {
        Random random = new Random(7);
        int points = 605;
        int[] millis = IntStream.range(0, points).map(i -> i * 200).toArray();
        int[] newtons = IntStream.range(0, points)
                .map(i -> i == points - 1 ? 0 : i * 1000 + random.nextInt(400))
                .toArray();
        return new Curve(millis, newtons);
    }

    @Test
    @Clause({"4.1.8", "5.4.7"})
    void aRunIsOpenedToldSentSealedAndReadBack() {
        Curve curve = curve();
        RunView opened = open();
        assertThat(host.hears(opened.id(), "open").get("specimen").asText()).isEqualTo(cubes.mark(1));
        host.send(spool(opened.id(), curve));
        assertThat(host.hears(opened.id(), "accepted").asBoolean()).isTrue();

        RunView sealed = run(opened.id());
        assertThat(sealed.state()).isEqualTo(RunState.SEALED);
        assertThat(sealed.sealed().sha256()).isEqualTo(CurveHash.of(curve));
        assertThat(sealed.sealed().points()).isEqualTo(curve.points());
        assertThat(sealed.sealed().peakKn()).isEqualByComparingTo(curve.kilonewtons(curve.peak()));
        Curve read = As.person("tester", () -> acquisition.curve(opened.id()));
        assertThat(read).isEqualTo(curve);
    }

    @Test
    @Clause("5.5")
    void chunksOutOfOrderDoubledAndLeftOutCompleteTheRun() {
        Curve curve = curve();
        Spool spool = spool(open().id(), curve);
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, spool.chunks().size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        order.remove(Integer.valueOf(5));
        order.add(order.get(0));
        host.chunk(spool, order.get(0));
        host.begin(spool);
        order.forEach(seq -> host.chunk(spool, seq));
        host.end(spool);

        assertThat(host.hears(spool.runId(), "resend")).singleElement().satisfies(seq -> assertThat(seq.asInt())
                .isEqualTo(5));
        host.chunk(spool, 5);
        host.hears(spool.runId(), "accepted");
        assertThat(run(spool.runId()).sealed().sha256()).isEqualTo(CurveHash.of(curve));
        assertThat(chunks(spool.runId(), "SAMPLES")).isEqualTo(spool.chunks().size());
    }

    @Test
    void aRepeatedEndIsAnsweredAgain() {
        Spool spool = spool(open().id(), curve());
        host.send(spool);
        host.hears(spool.runId(), "accepted");
        host.end(spool);
        assertThat(host.hears(spool.runId(), "accepted").asBoolean()).isTrue();
    }

    @Test
    void ofTwoChunksWithOneNumberTheMachinesHashSaysWhichItMeant() {
        Curve curve = curve();
        Spool spool = spool(open().id(), curve);
        host.begin(spool);
        String bent =
                spool.chunks().get(3).replaceFirst("\"kN\":\\[", "\"kN\":[9.9,").replaceFirst("\"t\":\\[", "\"t\":[0,");
        IntStream.range(0, spool.chunks().size()).forEach(seq -> host.chunk(spool, seq));
        host.publish(spool.runId(), "samples", bent);
        host.end(spool);
        host.hears(spool.runId(), "accepted");
        assertThat(run(spool.runId()).sealed().sha256()).isEqualTo(CurveHash.of(curve));
        assertThat(chunks(spool.runId(), "SAMPLES")).isEqualTo(spool.chunks().size() + 1);
    }

    @Test
    void aHashThatIsNotThatOfThePointsIsRefusedAndTheRunCanStillBeCompleted() {
        Spool spool = spool(open().id(), curve());
        host.begin(spool);
        IntStream.range(0, spool.chunks().size()).forEach(seq -> host.chunk(spool, seq));
        host.publish(spool.runId(), "end", spool.end().replaceFirst("sha256\":\"..", "sha256\":\"00"));
        assertThat(host.hears(spool.runId(), "refused").asText()).contains("sha256");
        assertThat(run(spool.runId()).state()).isEqualTo(RunState.INCOMPLETE);
        host.end(spool);
        host.hears(spool.runId(), "accepted");
        assertThat(run(spool.runId()).state()).isEqualTo(RunState.SEALED);
    }

    @Test
    void whatIsMalformedOrOfNoOpenRunIsRefusedAndKept() {
        Spool spool = spool(open().id(), curve());
        host.publish(
                spool.runId(),
                "samples",
                "{\"runId\":\"" + spool.runId() + "\",\"seq\":0,\"t0\":0,\"dt\":50,\"kN\":[1.2345]}");
        assertThat(host.hears(spool.runId(), "refused").asText()).isEqualTo("kN[0]: more than 3 decimals");
        host.publish(spool.runId(), "samples", "not json");
        assertThat(host.hears(spool.runId(), "refused").asText()).startsWith("not JSON");
        host.publish("nobody-opened-it", "begin", spool.begin().replace(spool.runId(), "nobody-opened-it"));
        assertThat(host.hears("nobody-opened-it", "refused").asText()).contains("no such run");
        host.publish("another", "samples", spool.chunks().get(0));
        assertThat(host.hears("another", "refused").asText()).contains("different runs");
        host.publish(spool.runId(), "samples", "\"" + "x".repeat(300_000) + "\"");
        assertThat(host.hears(spool.runId(), "refused").asText()).contains("bytes");
        host.send(spool);
        host.hears(spool.runId(), "accepted");
        host.publish(spool.runId(), "samples", spool.chunks().get(0).replace("\"seq\":0", "\"seq\":900"));
        assertThat(host.hears(spool.runId(), "refused").asText()).contains("SEALED");
        assertThat(sql.queryForList(
                        "SELECT why FROM acquisition_quarantine WHERE equipment = ? ORDER BY id",
                        String.class,
                        CubesToTest.MACHINE))
                .contains("MALFORMED", "UNKNOWN_RUN", "MISMATCH", "AFTER_END");
    }

    @Test
    void whatIsNotTakenIsKeptUpToTheMachinesShareOfADayAndThenCounted() {
        LocalDate today = CityTime.today(clock);
        JdbcTemplate owner = TestDatabase.owner();
        owner.update(
                "INSERT INTO acquisition_quarantine_day (equipment, day, messages, bytes, beyond) VALUES (?, ?, 4999, 1, 0)"
                        + " ON DUPLICATE KEY UPDATE messages = 4999, beyond = 0",
                CubesToTest.MACHINE,
                today);
        String run = "flood-" + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            host.publish(run, "samples", "not json " + i);
            assertThat(host.hears(run, "refused").asText()).startsWith("not JSON");
        }
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM acquisition_quarantine WHERE address LIKE ?",
                        Integer.class,
                        "%." + run + ".%"))
                .isEqualTo(1);
        assertThat(sql.queryForObject(
                        "SELECT beyond FROM acquisition_quarantine_day WHERE equipment = ? AND day = ?",
                        Integer.class,
                        CubesToTest.MACHINE,
                        today))
                .isEqualTo(2);
        assertThat(As.person(
                                "labadmin",
                                () -> warnings.list(new Warnings.Filter("", "", "acquisition.sent.tooMuch", ""), 0, 20))
                        .items())
                .filteredOn(warning -> warning.subject().id().equals(CubesToTest.MACHINE))
                .hasSize(1);
        owner.update("DELETE FROM acquisition_quarantine_day");
    }

    @Test
    void whatHappensToARunIsWarnedOfInTheTransactionInWhichItHappens(
            @Autowired TransactionTemplate transaction, @Autowired ApplicationEventPublisher events) {
        RunView run = open();
        List<Integer> seqs = IntStream.range(0, 100_000).boxed().toList();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new RunEvents.Conflicting(run.id(), seqs));
            events.publishEvent(new RunEvents.Incomplete(run.id(), "断电"));
            events.publishEvent(new RunEvents.Quarantined(CubesToTest.LAB, "ROLLED-BACK", run.id(), "TOPIC", "?"));
            assertThat(warnedOf(run.id())).contains("acquisition.sent.conflict", "acquisition.sent.incomplete");
            assertThat(warnedOf("ROLLED-BACK")).containsExactly("acquisition.sent.refused");
            status.setRollbackOnly();
        });
        assertThat(warnedOf(run.id())).isEmpty();
        assertThat(warnedOf("ROLLED-BACK")).isEmpty();
    }

    private List<String> warnedOf(String subject) {
        return As.person("labadmin", () -> warnings.list(new Warnings.Filter("", "", "", ""), 0, 100)).items().stream()
                .filter(warning -> warning.subject().id().equals(subject))
                .map(WarningView::rule)
                .toList();
    }

    @Test
    void oneMachineOneRunAndOneSpecimenOneRun() {
        Spool spool = spool(open().id(), curve());
        assertThatThrownBy(this::open).isInstanceOf(RuleBroken.class);
        host.send(spool);
        host.hears(spool.runId(), "accepted");
        assertThatThrownBy(this::open).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.code())
                .isEqualTo("acquisition.run.tested"));
    }

    @Test
    void afterOneThatWasBrokenOffASecondPersonAllowsAnother() {
        RunView opened = open();
        As.person("tester", () -> acquisition.abort(opened.id(), "试件偏心"));
        assertThatThrownBy(this::open).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.code())
                .isEqualTo("acquisition.run.aborted"));
        assertThatThrownBy(() -> As.person("tester", () -> acquisition.allowAnother(opened.id(), "再做一次")))
                .isInstanceOf(RuleBroken.class);
        As.person("labadmin", () -> acquisition.allowAnother(opened.id(), "确认偏心，同意重做"));
        assertThat(open().state()).isEqualTo(RunState.OPEN);
    }

    @Test
    void aMachineThatSaysItTestsSomethingElseIsRefused() {
        RunView opened = open();
        Spool other = Spool.of(opened.id(), "SOMETHINGELSE", CubesToTest.METHOD, curve(), 20);
        host.begin(other);
        assertThat(host.hears(opened.id(), "refused").asText()).contains("specimen");
        assertThat(run(opened.id()).state()).isEqualTo(RunState.OPEN);
    }

    @Test
    void aMachineConnectsUnderItsOwnNameWithItsSecretAndStaysInItsTopics() throws InterruptedException {
        assertThatThrownBy(() ->
                        MachineHost.connect(cubes.port(), CubesToTest.LAB, CubesToTest.MACHINE, "Jianzheng-guess"))
                .satisfies(RunModuleTest::refusedAtTheDoor);
        assertThatThrownBy(() -> MachineHost.connect(cubes.port(), CubesToTest.LAB, "BJ02-YL-01", "anything"))
                .satisfies(RunModuleTest::refusedAtTheDoor);
        long before = quarantined();
        host.isCutOffFor("jz/v1/BJ01/BJ01-WN-01/run/x/begin", "{}");
        assertThat(quarantined()).isEqualTo(before);
    }

    private static void refusedAtTheDoor(Throwable e) {
        Throwable cause = e instanceof CompletionException ? e.getCause() : e;
        assertThat(cause).isInstanceOfAny(Mqtt3ConnAckException.class, ConnectionFailedException.class);
    }

    private long quarantined() {
        return sql.queryForObject("SELECT COUNT(*) FROM acquisition_quarantine", Long.class);
    }

    private long chunks(String runId, String kind) {
        return sql.queryForObject(
                "SELECT COUNT(*) FROM acquisition_chunk WHERE run_id = ? AND kind = ?", Long.class, runId, kind);
    }

    @Test
    @Clause("4.1.10")
    void aCurveThatWasSentBeforeRaisesAWarning() throws InterruptedException {
        Curve curve = RealCurves.named("M02_28d_W4").curve();
        String first = cubes.run(1, curve);
        int[] weaker = Arrays.stream(curve.newtons()).map(n -> n / 100 * 98).toArray();
        String second = cubes.run(2, new Curve(curve.millis(), weaker));

        assertThat(rules(second)).contains("acquisition.check.copied-curve");
        assertThat(rules(first)).doesNotContain("acquisition.check.copied-curve");
    }

    /** What was warned of in that run, once it has been checked. */
    private List<String> rules(String runId) throws InterruptedException {
        String checked = "SELECT COUNT(*) FROM acquisition_trait WHERE run_id = ?";
        for (int i = 0; i < 200 && sql.queryForObject(checked, Integer.class, runId) == 0; i++) {
            Thread.sleep(50);
        }
        return As.person("labadmin", () -> warnings.ofCase(cubes.caseId())).stream()
                .filter(warning -> warning.subject().id().equals(runId))
                .map(WarningView::rule)
                .toList();
    }

    @Test
    void aCurveThatSomebodyChangedInTheDatabaseProvesNothing() {
        Spool spool = spool(open().id(), curve());
        host.send(spool);
        host.hears(spool.runId(), "accepted");
        JdbcTemplate owner = TestDatabase.owner();
        owner.update("UPDATE acquisition_run SET peak_newtons = peak_newtons + 1000 WHERE id = ?", spool.runId());
        assertThatThrownBy(() -> As.person("tester", () -> acquisition.curve(spool.runId())))
                .isInstanceOf(RuleBroken.class);
        owner.update("UPDATE acquisition_run SET peak_newtons = peak_newtons - 1000 WHERE id = ?", spool.runId());
        Curve better = new Curve(new int[] {0, 100}, new int[] {0, 900_000});
        owner.update(
                "UPDATE acquisition_curve SET bytes = ? WHERE run_id = ?", CurveCodec.encode(better), spool.runId());
        assertThatThrownBy(() -> As.person("tester", () -> acquisition.curve(spool.runId())))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("acquisition.curve.changed"));
    }
}
