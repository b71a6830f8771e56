package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Registry;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Review and signature as Tasklist sends them: by a third person who has just proved to be there. */
@PlatformTest
class SigningModuleTest {

    private static final Map<String, Object> PASS = Map.of("decision", "PASS");

    @Autowired
    private Processes processes;

    @Autowired
    private Reporting reporting;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Registry registries;

    @Autowired
    private Clock clock;

    private CaseDriver driver;
    private String caseId;

    @BeforeEach
    void tested(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
        caseId = driver.toReview(DemoTest.CONCRETE);
    }

    @AfterEach
    void oneRoleEach() {
        TestDatabase.owner().update("DELETE FROM qualification_certificate WHERE certificate_no LIKE 'BOTH-%'");
        registries.changed();
    }

    @Test
    void theTaskStaysOpenUntilPresenceIsProvedWithinFiveMinutes() {
        driver.review(caseId);
        Person signatory = As.whoIs("signatory");

        refused(() -> complete(signatory, null), "reporting.sign.presence");
        refused(() -> complete(signatory, clock.instant().minus(Duration.ofSeconds(301))), "reporting.sign.presence")
                .satisfies(
                        broken -> assertThat(broken.arguments()[1].toString()).startsWith("/step-up"));
        assertThat(driver.task(caseId).key()).isEqualTo("signReport");
        assertThat(reporting.ofCase(caseId)).map(ReportView::status).hasValue(ReportStatus.REVIEWED);

        complete(signatory, clock.instant().minus(Duration.ofSeconds(290)));
        assertThat(reporting.ofCase(caseId)).map(ReportView::status).hasValue(ReportStatus.SIGNED);
    }

    @Test
    @Clause("8.3.1")
    void whoTestedDoesNotReviewEvenWithBothRoles() {
        Person both = both("tester", "REVIEWER", "labs/BJ01/tester", "labs/BJ01/reviewer");

        refused(() -> complete(both, null), "reporting.review.ownTest");
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
    }

    @Test
    @Clause("8.3.1")
    void whoTestedOrReviewedDoesNotSignEvenWithBothRoles() {
        Person reviewer = both("reviewer", "SIGNATORY", "labs/BJ01/reviewer", "labs/BJ01/signatory");
        Person tester = both("tester", "SIGNATORY", "labs/BJ01/tester", "labs/BJ01/signatory");
        complete(reviewer, null);

        refused(() -> complete(reviewer, clock.instant()), "reporting.sign.ownReview");
        refused(() -> complete(tester, clock.instant()), "reporting.sign.ownTest");
        assertThat(driver.task(caseId).key()).isEqualTo("signReport");
        driver.sign(caseId);
        assertThat(driver.isFinished(caseId)).isTrue();
    }

    /** One of the demo people with a second role, and certified for it. */
    private Person both(String username, String secondRole, String... groups) {
        database.update(
                "insert into qualification_certificate (certificate_no, username, role, items, valid_from, valid_until)"
                        + " values (?, ?, ?, 'concrete-cube', '2020-01-01', '2099-12-31')"
                        + " on duplicate key update role = values(role), valid_until = '2099-12-31'",
                "BOTH-" + username,
                username,
                secondRole);
        registries.changed();
        return new Person(username, As.whoIs(username).name(), Set.of(groups));
    }

    private void complete(Person person, Instant provedAt) {
        As.person(person, provedAt, () -> processes.complete(driver.task(caseId).id(), PASS));
    }

    private static ThrowableAssertAlternative<RuleBroken> refused(Runnable work, String code) {
        return assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
