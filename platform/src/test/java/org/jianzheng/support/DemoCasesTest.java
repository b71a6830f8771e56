package org.jianzheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.OpenTask;
import org.jianzheng.workflow.Processes;
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

    @Test
    void somethingWaitsAtEveryDeskOfTheLaboratoryAndTwoCasesAreFinished() {
        List<String> told = new ArrayList<>();

        List<String> cases = DemoCases.play(platform, clock, told::add);

        assertThat(told).isNotEmpty();
        assertThat(processes.openTasks(cases))
                .extracting(OpenTask::key)
                .containsExactlyInAnyOrder(
                        "recordMortar",
                        "signReport",
                        "reviewReport",
                        "assignTest",
                        "receiveSample",
                        "takeSample",
                        "acceptCommission",
                        "acceptCommission");
        List<String> finished = cases.stream()
                .filter(caseId -> processes.openTasks(List.of(caseId)).isEmpty())
                .toList();
        assertThat(finished)
                .map(caseId -> testing.result(caseId).conclusion())
                .containsExactlyInAnyOrder("PASS", "FAIL");
        assertThat(finished)
                .allMatch(caseId -> reporting.ofCase(caseId).orElseThrow().reportNo() != null);
    }

    @Test
    void aCityThatHasCasesIsLeftAlone() {
        new CaseDriver(platform).commission(DemoTest.CONCRETE);

        DemoCases.seed(platform, clock, stretch -> {
            throw new AssertionError("Seeds again: " + stretch);
        });
    }
}
