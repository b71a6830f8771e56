package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.PersonAuthentication;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/**
 * At every task of a case, from its order to the first tasks of its loop, somebody of the same rank of another house: for
 * them there is no such task, open or done, and no such case. And whoever may, may once.
 */
@PlatformTest
class OtherHousesModuleTest {

    private static final DemoTest FAILING = DemoTest.CONCRETE.measuring(DemoTest.concrete("550.0", "552.0", "548.0"));
    private static final Map<String, String> OTHERS = Map.of(
            "labs/BJ01", "labs/BJ02",
            "developers/WBJT", "developers/GXZY",
            "contractors/SJ1", "contractors/SJ2",
            "supervision/HC", "supervision/YD");

    private static final Person ADMIN_ELSEWHERE = new Person("stranger.admin", "外单位", Set.of("labs/BJ02/labadmin"));

    private static final List<String> PAGES =
            List.of("", "/next", "/diagram", "/custody", "/marks", "/results", "/report", "/ledger", "/nonconformity");

    @Autowired
    private Processes processes;

    @Autowired
    private MockMvc browser;

    private final CaseDriver driver;

    OtherHousesModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    @Clause({"5.1.1", "5.4.3"})
    void anotherHouseFindsNoTaskAndNoPageAndNothingIsAnsweredTwice() throws Exception {
        String caseId = driver.commission(FAILING);
        OpenTask last = null;
        while (processes.openTasks(List.of(caseId)).size() == 1) {
            var typed = driver.next(caseId, FAILING);
            Person stranger = stranger(typed.task());
            unknown(stranger, typed.task(), typed.form());
            findsNoPage(stranger, caseId);
            driver.submit(typed);

            refused("workflow.task.doneByYou", As.whoIs(typed.person()), typed.task(), typed.form());
            unknown(stranger, typed.task(), typed.form());
            last = typed.task();
        }
        assertThat(last).isNotNull().extracting(OpenTask::key).isEqualTo("signReport");
        // The report failed: three houses are called at once.
        for (OpenTask receipt : processes.openTasks(List.of(caseId))) {
            unknown(stranger(receipt), receipt, Map.of());
            findsNoPage(stranger(receipt), caseId);
        }
        for (String own : List.of("commissioner", "sampler", "witness")) {
            OpenTask receipt = processes.openTasks(List.of(caseId)).stream()
                    .filter(task -> As.whoIs(own).groups().containsAll(task.groups()))
                    .findFirst()
                    .orElseThrow();
            driver.submit(new CaseDriver.Submission(own, receipt, Map.of()));
            refused("workflow.task.doneByYou", As.whoIs(own), receipt, Map.of());
            unknown(stranger(receipt), receipt, Map.of());
        }
        OpenTask plan = driver.task(caseId);
        unknown(stranger(plan), plan, Map.of("treatment", "REWORK"));
    }

    private void findsNoPage(Person stranger, String caseId) throws Exception {
        var as = SecurityMockMvcRequestPostProcessors.authentication(new PersonAuthentication(stranger));
        for (String page : PAGES) {
            browser.perform(get("/cases/" + caseId + page).with(as)).andExpect(status().isNotFound());
        }
        browser.perform(get("/api/cases/" + caseId).with(as)).andExpect(status().isNotFound());
    }

    private void unknown(Person stranger, OpenTask task, Map<String, Object> form) {
        refused("workflow.task.unknown", stranger, task, form);
        for (Person person : List.of(stranger, ADMIN_ELSEWHERE)) {
            assertThatExceptionOfType(RuleBroken.class)
                    .as("%s takes over %s", person.groups(), task.key())
                    .isThrownBy(() ->
                            As.person(person, null, () -> processes.takeOver(task.id(), Map.of("reason", "同事请假"))))
                    .withMessage("workflow.task.unknown");
        }
    }

    private void refused(String code, Person person, OpenTask task, Map<String, Object> form) {
        assertThatExceptionOfType(RuleBroken.class)
                .as("%s at %s", person.groups(), task.key())
                .isThrownBy(() -> As.person(person, Instant.now(), () -> processes.complete(task.id(), form)))
                .withMessage(code);
    }

    /** Of the same rank elsewhere; the tasks of a tester are theirs by name. */
    private static Person stranger(OpenTask task) {
        String own =
                task.groups().isEmpty() ? "labs/BJ01/tester" : task.groups().get(0);
        int rank = own.lastIndexOf('/');
        String other = OTHERS.get(own.substring(0, rank)) + own.substring(rank);
        return new Person("stranger", "外单位", Set.of(other));
    }
}
