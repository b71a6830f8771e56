package org.jianzheng.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.Visitor;
import org.junit.jupiter.api.Test;

/** What somebody filled in stays until the platform has taken it. */
@BrowserJourney
class FormKeepingJourneyTest {

    @Test
    void aRefusalAnEndedSessionAndALostNetworkLeaveTheFormAsItWasFilled() {
        JourneyPlatform.get();
        try (Desks desks = new Desks();
                Visitor labadmin = desks.stranger()) {
            labadmin.signIn("labadmin", "/rooms");
            Page page = labadmin.page();
            register(page, "二层养护室");
            page.waitForURL("**/rooms/*-*");

            labadmin.go("/rooms");
            register(page, "二层养护室");
            assertThat(page.locator("#notices")).containsText("二层养护室");
            assertThat(name(page)).hasValue("二层养护室");
            labadmin.screenshot("form-refused");

            page.context().setOffline(true);
            register(page, "三层养护室");
            assertThat(page.locator("#notices")).containsText("网络");
            page.context().setOffline(false);

            labadmin.loseSession();
            send(page);
            assertThat(page.locator("#notices")).containsText("登录已过期");
            assertThat(name(page)).hasValue("三层养护室");
            labadmin.screenshot("form-expired");
            labadmin.inAnotherTab("/");
            // The button is there again, and only once.
            assertThat(page.locator("form[action='/rooms'] button[type=submit]"))
                    .isEnabled();
            send(page);
            page.waitForURL("**/rooms/*-*");
            assertThat(page.locator("h1")).containsText("三层养护室");

            // Who signs in anew while the session lasts has another token than the page was made with.
            labadmin.go("/rooms");
            name(page).fill("四层养护室");
            labadmin.inAnotherTab("/oauth2/authorization/keycloak");
            send(page);
            assertThat(page.locator("#notices")).not().isEmpty();
            assertThat(name(page)).hasValue("四层养护室");
            send(page);
            page.waitForURL("**/rooms/*-*");
            assertThat(page.locator("h1")).containsText("四层养护室");
        }
    }

    private static void register(Page page, String name) {
        name(page).fill(name);
        send(page);
    }

    private static void send(Page page) {
        page.locator("form[action='/rooms'] button[type=submit]").click();
    }

    private static Locator name(Page page) {
        return page.locator("form[action='/rooms'] input[name=name]");
    }
}
