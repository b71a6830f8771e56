package org.jianzheng.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A signatory at the task of a report, by the words on the screen. */
public final class SigningWalk {

    private final Tasklist signatory;

    public SigningWalk(Desks desks, String commissionNo) {
        signatory = desks.of("signatory").open("批准报告 " + commissionNo);
    }

    public Tasklist desk() {
        return signatory;
    }

    /** In the other tab that the form's link opens, while the form stays as it is. */
    public SigningWalk provePresence() {
        Locator link = signatory.form().locator("a", new Locator.LocatorOptions().setHasText("验证身份"));
        try (Page tab = signatory.page().waitForPopup(link::click)) {
            tab.fill("#password", "Jianzheng-2026");
            tab.click("#kc-login");
            assertThat(tab.locator("main")).containsText("身份已验证");
        }
        return this;
    }

    public Tasklist approve() {
        return signatory.choose("批准并签发");
    }
}
