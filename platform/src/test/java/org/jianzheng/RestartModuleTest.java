package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.archive.Archive;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.NoTestClasses;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SpecimensOfAnyAge;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A restart between any two steps. One case is left at each user task of the main path; then a second platform is built on
 * the same database and takes all of them to their end. The first is not asked to shut down: what it only held in memory is
 * lost, as in a power failure.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartModuleTest {

    /** Cement, because its case waits longest: 25 days between its two records. */
    private static final DemoTest TEST = DemoTest.CEMENT;

    private final Map<String, Submission> left = new LinkedHashMap<>();
    private final Map<String, List<LedgerLine>> written = new LinkedHashMap<>();
    private String issued;
    private List<String> undisturbed;
    private ConfigurableApplicationContext restarted;
    private CaseDriver driver;

    static Stream<String> userTasks() {
        return Stream.of(
                "acceptCommission",
                "takeSample",
                "witnessSample",
                "receiveSample",
                "assignTest",
                "record",
                "reviewReport",
                "signReport");
    }

    @BeforeAll
    void leaveACaseAtEveryTaskAndRestart(@Autowired ApplicationContext platform) {
        CaseDriver before = new CaseDriver(platform);
        userTasks().forEach(task -> left.put(task, leaveAt(task, before)));
        left.forEach(
                (task, typed) -> written.put(task, ledger(platform, typed.task().caseId())));
        issued = issue(before);
        undisturbed = actions(ledger(platform, before.finish(TEST)));
        restarted = restart();
        driver = new CaseDriver(restarted);
    }

    private static Submission leaveAt(String task, CaseDriver driver) {
        String caseId = driver.commission(TEST);
        Submission next = driver.next(caseId, TEST);
        while (!next.task().key().equals(task)) {
            driver.submit(next);
            next = driver.next(caseId, TEST);
        }
        return next;
    }

    /** A case whose report was signed this moment; that it is filed is still to come. */
    private static String issue(CaseDriver driver) {
        Submission signature = leaveAt("signReport", driver);
        driver.send(signature);
        return signature.task().caseId();
    }

    private static ConfigurableApplicationContext restart() {
        SpringApplication platform = new SpringApplication(JianzhengApplication.class);
        platform.setAdditionalProfiles("test");
        platform.addInitializers(
                NoTestClasses::applyTo,
                new TestDatabase.Initializer(),
                // The specimens are minutes old.
                SpecimensOfAnyAge::applyTo);
        // Engines of one JVM are told apart by their names.
        return platform.run("--server.port=0", "--camunda.bpm.process-engine-name=restarted");
    }

    @AfterAll
    void stop() {
        restarted.close();
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void theCaseGoesOnWhereItWasAndNothingIsLost(String task) {
        Submission typed = left.get(task);
        String caseId = typed.task().caseId();
        assertThat(driver.task(caseId)).isEqualTo(typed.task());
        assertThat(ledger(restarted, caseId)).isEqualTo(written.get(task));

        // The form was open in a browser all the while.
        driver.submit(typed);
        while (!driver.isFinished(caseId)) {
            driver.submit(driver.next(caseId, TEST));
        }
        assertThat(actions(ledger(restarted, caseId))).isEqualTo(undisturbed);
        assertThat(restarted.getBean(Archive.class).path(caseId)).isPresent();
    }

    @Test
    void aReportIssuedJustBeforeTheRestartIsFiledAfterIt() {
        Archive archive = restarted.getBean(Archive.class);
        assertThat(driver.isFinished(issued)).isTrue();
        assertThat(archive.path(issued)).isEmpty();

        driver.goOn(issued);
        assertThat(archive.path(issued)).isPresent();
        assertThat(actions(ledger(restarted, issued))).isEqualTo(undisturbed);
    }

    private static List<LedgerLine> ledger(ApplicationContext platform, String caseId) {
        return platform.getBean(Ledger.class).ofCase(caseId, 0, 1000).items();
    }

    private static List<String> actions(List<LedgerLine> lines) {
        return lines.stream().map(LedgerLine::action).toList();
    }
}
