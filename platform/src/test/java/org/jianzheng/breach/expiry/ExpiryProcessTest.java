package org.jianzheng.breach.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jianzheng.breach.process.ExpirySteps;
import org.jianzheng.support.DiagramEngine;
import org.junit.jupiter.api.Test;

/** The one path of expiry-reminder.bpmn. */
class ExpiryProcessTest {

    private final ExpirySteps steps = mock(ExpirySteps.class);

    @Test
    void theLaboratoryAnswersTheReminderOfTheLastWeek() {
        try (var engine = new DiagramEngine("expiry")) {
            engine.deploy(Map.of(), "processes/expiry-reminder.bpmn", "forms/expiry/renewExpiring.form");
            engine.standIns(Map.of("expiry", steps));
            when(steps.sheet(anyString())).thenReturn(Map.of());
            engine.start("expiry-reminder", Map.of("labCode", "BJ01", "what", "压力试验机检定"));
            assertThat(engine.taskName()).isEqualTo("办理到期事项 压力试验机检定");
            assertThat(engine.candidates()).containsExactly("labs/BJ01/labadmin");
            engine.complete();
            verify(steps).answer(engine.caseId(), DiagramEngine.FORM);
            assertThat(engine.endedAt()).isEqualTo("answered");
        }
    }
}
