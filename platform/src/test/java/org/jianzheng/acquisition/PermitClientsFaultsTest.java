package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.permit.PermitView;
import org.jianzheng.acquisition.permit.Permits;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.support.As;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The clients that makers start from, in the languages that are on this machine, each with a run under an offline permit. */
@PlatformTest
@Tag("faults")
class PermitClientsFaultsTest {

    private static final Path CLIENTS = Path.of("docs", "clients").toAbsolutePath();

    private static final String PYTHON =
            """
            import sys, time
            from datetime import datetime, timezone
            folder, host, port, lab, code, secret, spool, permit = sys.argv[1:]
            sys.path.insert(0, folder)
            from machine_client import MachineClient
            client = MachineClient(host, int(port), lab, code, secret, spool)
            allowed = client.permitted(permit)
            run = allowed["runs"][0]
            client.begin(run["runId"], run["specimen"], run["method"], allowed["operator"],
                         datetime.now(timezone.utc).isoformat(), permit)
            for seq in range(20):
                points = range(seq * 10, seq * 10 + 10)
                client.samples(run["runId"], seq, [50 * i for i in points], [4250 * i for i in points])
            client.end(run["runId"])
            for second in range(40):
                if not list(client.spool.iterdir()):
                    sys.exit(0)
                time.sleep(1)
            sys.exit("not accepted")
            """;

    private static final String C_SHARP =
            """
            using System; using System.IO; using System.Linq; using System.Threading;
            static class Try {
                static int Main(string[] a) {
                    var client = new MachineClient(a[0], int.Parse(a[1]), a[2], a[3], a[4], a[5]);
                    client.Begin(a[7], a[8], a[9], a[10], DateTimeOffset.Now, a[6]);
                    for (int seq = 0; seq < 20; seq++) {
                        var points = Enumerable.Range(seq * 10, 10).ToList();
                        client.Samples(a[7], seq, points.Select(i => 50 * i), points.Select(i => 4.25m * i));
                    }
                    client.End(a[7]);
                    for (int second = 0; second < 40; second++) {
                        if (Directory.GetFiles(a[5]).Length == 0) Environment.Exit(0);
                        Thread.Sleep(1000);
                    }
                    Environment.Exit(1);
                    return 1;
                }
            }
            """;

    @Autowired
    Acquisition acquisition;

    @Autowired
    Permits permits;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationContext platform;

    @TempDir
    Path folder;

    private CubesToTest cubes;

    @BeforeEach
    void cubes() {
        cubes = new CubesToTest(platform);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        clock.reset();
        cubes.close();
    }

    @Test
    void inPython() throws Exception {
        Optional<String> python = Stream.of("python3", "/usr/bin/python3")
                .filter(each -> runs(each, "-c", "import paho.mqtt.client"))
                .findFirst();
        assumeTrue(python.isPresent(), "Python with paho-mqtt");
        PermitView permit = permit();
        List<String> command = new ArrayList<>(List.of(python.get(), "-c", PYTHON, CLIENTS.toString()));
        command.addAll(machine());
        command.add(permit.token());
        assertAccepted(permit, command);
    }

    @Test
    void inCSharp() throws Exception {
        assumeTrue(runs("mcs", "--version") && runs("mono", "--version"), "Mono");
        Path driver = Files.writeString(folder.resolve("Try.cs"), C_SHARP);
        Path program = folder.resolve("Try.exe");
        assertThat(runs(
                        "mcs",
                        "-main:Try",
                        "-out:" + program,
                        CLIENTS.resolve("MachineClient.cs").toString(),
                        driver.toString()))
                .isTrue();
        PermitView permit = permit();
        List<String> command = new ArrayList<>(List.of("mono", program.toString()));
        command.addAll(machine());
        command.addAll(List.of(
                permit.token(), permit.runId(permit.pieces().get(0)), cubes.mark(1), CubesToTest.METHOD, "tester"));
        assertAccepted(permit, command);
    }

    private PermitView permit() {
        return As.present(
                "tester",
                clock.instant(),
                () -> permits.make(
                        CubesToTest.MACHINE,
                        List.of(new Permits.Wanted(cubes.mark(1), CubesToTest.METHOD)),
                        clock.instant(),
                        clock.instant().plus(Duration.ofMinutes(30))));
    }

    /** Host, port, laboratory, code, secret and spool. */
    private List<String> machine() throws IOException {
        cubes.host().close();
        String secret = As.person(
                "labadmin", () -> platform.getBean(MachineLogins.class).renew(CubesToTest.MACHINE));
        Path spool = Files.createDirectories(folder.resolve("spool"));
        return List.of(
                "127.0.0.1",
                String.valueOf(cubes.port()),
                CubesToTest.LAB,
                CubesToTest.MACHINE,
                secret,
                spool.toString());
    }

    private void assertAccepted(PermitView permit, List<String> command) throws Exception {
        assertThat(runs(command.toArray(String[]::new))).isTrue();
        RunView run = As.person(
                "tester", () -> acquisition.run(permit.runId(permit.pieces().get(0))));
        assertThat(run.state()).isEqualTo(RunState.SEALED);
        assertThat(run.source().permit()).isEqualTo(permit.id());
        assertThat(run.sealed().points()).isEqualTo(200);
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
