package org.jianzheng.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.Chromium;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.Visitor;
import org.junit.jupiter.api.Test;

/** On a slow line, too, Tasklist speaks to people and not in the names of its messages. */
@BrowserJourney
class TasklistWordsJourneyTest {

    private static final int SLOW_MS = 2000;

    private static final String WATCH =
            """
            window.keys = new Set();
            setInterval(() => {
              const seen = document.body?.innerText.match(/\\b[A-Z]{2,}(?:_[A-Z]+)+\\b/g) ?? [];
              seen.forEach(key => window.keys.add(key));
            }, 20);""";

    @Test
    void whoComesForTheFirstTimeReadsWordsFromTheStart() {
        JourneyPlatform.get();
        try (Chromium chromium = Chromium.start();
                Visitor visitor = chromium.visitor()) {
            Page page = visitor.page();
            page.addInitScript(WATCH);
            List<Route> held = new ArrayList<>();
            page.route("**/tasklist/locales/**", held::add);
            visitor.signIn("commissioner", "/camunda/app/tasklist/default/");
            page.waitForCondition(() -> !held.isEmpty());
            page.waitForTimeout(SLOW_MS);
            held.forEach(Route::resume);

            assertThat(page.locator(".task-filters")).containsText("全部待办");
            assertThat((List<?>) page.evaluate("[...window.keys]")).isEmpty();
        }
    }
}
