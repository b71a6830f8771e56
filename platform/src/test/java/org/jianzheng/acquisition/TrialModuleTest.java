package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.acquisition.conformance.ContractStep;
import org.jianzheng.acquisition.conformance.StepOutcome;
import org.jianzheng.acquisition.conformance.TrialView;
import org.jianzheng.acquisition.conformance.Trials;
import org.jianzheng.acquisition.conformance.ValidationView;
import org.jianzheng.acquisition.conformance.Validations;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.clients.MachineClient;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A machine's software is tried on the contract; what it does not keep is named, and its runs are marked or refused. */
@PlatformTest
class TrialModuleTest {

    /** Tests no force, so nobody types what it would send. */
    private static final String MACHINE = "BJ01-LS-01";

    @Autowired
    Acquisition acquisition;

    @Autowired
    Trials trials;

    @Autowired
    Validations validations;

    @Autowired
    MachineLogins logins;

    @Autowired
    BrokerSettings broker;

    @Autowired
    Clock clock;

    @Test
    @Clause("6.2.5")
    void softwareThatKeepsTheContractIsValidated(@TempDir Path spool) {
        String secret = As.person("labadmin", () -> logins.renew(MACHINE));
        CompletableFuture<String> run = new CompletableFuture<>();
        CompletableFuture<JsonNode> opened = new CompletableFuture<>();
        try (MachineClient client =
                new MachineClient("127.0.0.1", broker.port(), "BJ01", MACHINE, secret, spool, (runId, what) -> {
                    opened.complete(what);
                    run.complete(runId);
                })) {
            As.person("labadmin", () -> trials.start(MACHINE));
            String runId = run.join();
            client.begin(
                    runId,
                    opened.join().get("specimen").asText(),
                    opened.join().get("method").asText(),
                    "张伟",
                    "2026-03-02T09:30:00+08:00",
                    "Kept 1.0");
            for (int seq = 0; seq < 6; seq++) {
                int from = seq * 10;
                client.samples(
                        runId,
                        seq,
                        IntStream.range(from, from + 10).map(i -> 50 * i).toArray(),
                        IntStream.range(from, from + 10)
                                .mapToObj(i -> new BigDecimal(i).movePointLeft(1))
                                .toArray(BigDecimal[]::new));
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
            }
            client.end(runId);
            TrialView ended = end();
            assertThat(ended.all())
                    .allSatisfy((step, outcome) ->
                            assertThat(outcome).as(step.name()).isEqualTo(new StepOutcome(true, "")));
            assertThat(spool).isEmptyDirectory();
        }
        assertThat(trials.isValidated(MACHINE, "Kept 1.0")).isTrue();
        assertThat(trials.isValidated(MACHINE, "Kept 1.1")).isFalse();
    }

    @Test
    @Clause("6.2.5")
    void whatSoftwareDoesNotKeepIsNamed() throws InterruptedException {
        String secret = As.person("labadmin", () -> logins.renew(MACHINE));
        try (MachineHost careless = MachineHost.connect(broker.port(), "BJ01", MACHINE, secret)) {
            As.person("labadmin", () -> trials.start(MACHINE));
            JsonNode told = careless.hears(Duration.ofSeconds(20)).orElseThrow();
            Spool spool = Spool.of(
                    told.get("runId").asText(),
                    "another",
                    "concrete-cube",
                    RealCurves.named("M01_7d_W1").curve(),
                    1000);
            careless.begin(spool);
            careless.publish(spool.runId(), "end", spool.end().replaceAll("\"points\":[0-9]+", "\"points\":3"));
            assertThatThrownBy(() -> As.person("labadmin", () -> trials.start(MACHINE)))
                    .hasStackTraceContaining("acquisition.run.busy");
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        // It says nothing more for longer than anybody waits.
        ((MutableClock) clock).advance(Duration.ofMinutes(3));
        TrialView ended = end();
        assertThat(ended.all().get(ContractStep.BEGINS).detail()).contains("specimen");
        assertThat(ended.all().get(ContractStep.RESENDS).passed()).isFalse();
        assertThat(ended.isPassed()).isFalse();
        ValidationView kept =
                As.person("supervisor", () -> validations.of(MACHINE).get(0));
        assertThat(kept.passed()).isFalse();
        assertThat(kept.steps()).containsKey(ContractStep.FALLS_SILENT);
    }

    @Test
    @Clause("6.2.5")
    void runsOfOtherSoftwareAreMarkedAndRefusedWhereTheStationSaysSo(@Autowired ApplicationContext platform) {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            String first = cubes.run(1, RealCurves.named("M01_7d_W1").curve());
            assertThat(As.person("tester", () -> acquisition.run(first))
                            .source()
                            .validated())
                    .isFalse();
            assertThatThrownBy(() -> As.person("labadmin", () -> validations.require(true, "试点")))
                    .hasStackTraceContaining("acquisition.validation.station");
            As.person("supervisor", () -> validations.require(true, "数据须来自经检验的软件"));
            try {
                String second = cubes.open(2).id();
                cubes.host()
                        .begin(cubes.spool(
                                second, 2, RealCurves.named("M01_7d_W2").curve()));
                assertThat(cubes.host().hears(second, "refused").asText()).contains("not validated");
            } finally {
                As.person("supervisor", () -> validations.require(false, "试点结束"));
            }
        }
    }

    @AfterEach
    void timeIsWhatItIs() {
        ((MutableClock) clock).reset();
    }

    private TrialView end() {
        for (int i = 0; i < 600; i++) {
            TrialView view = As.person("labadmin", () -> trials.of(MACHINE)).orElseThrow();
            if (view.isEnded() && !trials.isTried(MACHINE)) {
                return view;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("The trial does not end");
    }
}
