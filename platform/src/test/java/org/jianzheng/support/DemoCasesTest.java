package org.jianzheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.breach.BreachState;
import org.jianzheng.breach.Breaches;
import org.jianzheng.credit.Credit;
import org.jianzheng.gate.GateRule;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlatformTest
class DemoCasesTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    MutableClock clock;

    @Autowired
    Processes processes;

    @Autowired
    Testing testing;

    @Autowired
    Reporting reporting;

    @Autowired
    Breaches breaches;

    @Autowired
    Credit credit;

    @Test
    void somethingWaitsAtEveryDeskOfTheLaboratoryAndTwoCasesAreFinished() {
        List<String> told = new ArrayList<>();

        List<String> cases = DemoCases.play(platform, clock, told::add);

        assertThat(told).isNotEmpty();
        assertThat(processes.openTasks(cases))
                .extracting(OpenTask::key)
                .containsExactlyInAnyOrder(
                        "record",
                        "signReport",
                        "reviewReport",
                        "assignTest",
                        "assignTest",
                        "receiveSample",
                        "takeSample",
                        "acceptCommission",
                        "acceptCommission",
                        "confirmDeveloper",
                        "confirmContractor",
                        "confirmSupervision");
        List<String> finished = cases.stream()
                .filter(caseId -> reporting
                        .ofCase(caseId)
                        .filter(report -> report.reportNo() != null)
                        .isPresent())
                .toList();
        assertThat(finished)
                .map(caseId -> testing.result(caseId).finding().conclusion())
                .containsExactlyInAnyOrder(Verdict.PASS, Verdict.FAIL);
        aBreachWaitsForItsCorrectionAndHasCostItsLaboratoryPoints();
    }

    // A city is played once: what follows from it is looked at together.
    private void aBreachWaitsForItsCorrectionAndHasCostItsLaboratoryPoints() {
        var open = As.person(
                "supervisor", () -> breaches.list(new Breaches.Filter("", "OPEN", "", DemoBreach.LAB), 0, 10));
        assertThat(open.items()).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo(GateRule.LAB_SCOPE);
            assertThat(breach.state()).isEqualTo(BreachState.CORRECTING);
        });
        assertThat(As.person("supervisor", () -> credit.score("labs/" + DemoBreach.LAB, CityTime.today(clock)))
                        .points())
                .isEqualTo("94");
    }

    @Test
    void aCityThatHasCasesIsLeftAlone() {
        new CaseDriver(platform).commission(DemoTest.CONCRETE);

        DemoCases.seed(platform, clock, stretch -> {
            throw new AssertionError("Seeds again: " + stretch);
        });
    }
}
