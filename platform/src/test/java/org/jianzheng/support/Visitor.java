package org.jianzheng.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** One person's browser, in Chinese. */
public final class Visitor implements AutoCloseable {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;
    // Generous: a loaded build machine is slow, and a journey that fails is looked into anyway.
    static final double PATIENCE_MS = 60_000;

    private final BrowserContext context;
    private final Page page;

    Visitor(Browser browser) {
        context = browser.newContext(new NewContextOptions()
                .setLocale("zh-CN")
                .setViewportSize(WIDTH, HEIGHT)
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public Visitor go(String path) {
        page.navigate(JourneyPlatform.get().url(path));
        return this;
    }

    /** Opens and closes another tab of the same browser. */
    public void inAnotherTab(String path) {
        try (Page tab = context.newPage()) {
            tab.navigate(JourneyPlatform.get().url(path));
        }
    }

    /** Goes there and signs in on the way. */
    public Visitor signIn(String username, String path) {
        go(path);
        page.fill("#username", username);
        typePassword();
        return this;
    }

    /** On Keycloak's page, which may know the user name already. */
    public void typePassword() {
        page.fill("#password", "Jianzheng-2026");
        page.click("#kc-login");
    }

    /** As when the platform has forgotten the session: Keycloak still knows the person. */
    public void loseSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
    }

    public boolean isAskedToSignIn() {
        return page.url().startsWith(JourneyPlatform.get().issuer());
    }

    /** Kept under {@code target/screenshots}. */
    public void screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
