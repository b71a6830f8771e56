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
              type(first, '1# 住宅楼');
              setTimeout(() => type(second, '三层梁、板'), 50);
            }""";

    @Test
    void aTextThatIsTypedWhileAnotherIsTakenOverIsKept() {
        JourneyPlatform.get();
        try (Desks desks = new Desks()) {
            Tasklist commissioner = desks.of("commissioner").start("检测案件");
            Locator first = commissioner.input("单位工程");
            Locator second = commissioner.input("使用部位");

            second.evaluate(TYPE_BOTH, first.elementHandle());
            commissioner.page().waitForTimeout(TAKEN_OVER_MS);

            assertThat(first).hasValue("1# 住宅楼");
            assertThat(second).hasValue("三层梁、板");
        }
    }
}
