package org.jianzheng.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.Tasklist;
import org.junit.jupiter.api.Test;

/** Nobody loses a word by being quicker than the form. */
@BrowserJourney
class FormTypingJourneyTest {

    /** Longer than the form library waits before it takes over a text. */
    private static final int TAKEN_OVER_MS = 700;

    // By script, because no hand and no driver is as quick as that: the second text within 50 ms of the first.
    private static final String TYPE_BOTH =
            """
            (second, first) => {
              const type = (field, text) => {
                field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
              };
              type(first, 'CAM-07');
              setTimeout(() => type(second, '三层力学室'), 50);
            }""";

    @Test
    void aTextThatIsTypedWhileAnotherIsTakenOverIsKept() {
        JourneyPlatform.get();
        try (Desks desks = new Desks()) {
            Tasklist labadmin = desks.of("labadmin").start("登记申请").pick("登记类别", "摄像机");
            Locator first = labadmin.input("摄像机编号");
            Locator second = labadmin.input("检测室");

            second.evaluate(TYPE_BOTH, first.elementHandle());
            labadmin.page().waitForTimeout(TAKEN_OVER_MS);

            assertThat(first).hasValue("CAM-07");
            assertThat(second).hasValue("三层力学室");
        }
    }
}
