package org.jianzheng.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A phone on the site: Chromium of 360 × 640 whose camera shows the marks one after another. */
public final class SiteBrowser implements AutoCloseable {

    private final CameraFilm film;
    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;

    private SiteBrowser(CameraFilm film, boolean notified) {
        this.film = film;
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions().setExecutablePath(Chromium.place());
        List<String> arguments = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film.place()));
        if (notified) {
            options.setExecutablePath(Chromium.whole().orElseThrow());
            options.setIgnoreDefaultArgs(List.of("--headless", "--headless=old"));
            arguments.add("--headless=new");
        }
        browser = playwright.chromium().launch(options.setArgs(arguments));
        context = browser.newContext(new NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(360, 640)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setGeolocation(new Geolocation(34.361, 107.237).setAccuracy(12))
                .setPermissions(
                        notified
                                ? List.of("geolocation", "camera", "notifications")
                                : List.of("geolocation", "camera")));
        context.setDefaultTimeout(Visitor.PATIENCE_MS);
        context.setDefaultNavigationTimeout(Visitor.PATIENCE_MS);
        page = context.newPage();
    }

    /**
     * @param name no two cameras of one name: what they film is of another light
     * @param codes that its camera shows
     */
    public static SiteBrowser withCamera(String name, List<String> codes) {
        CameraFilm film = new CameraFilm(name, codes);
        film.expose();
        return new SiteBrowser(film, false);
    }

    /** Whether this machine has a browser that shows notifications. */
    public static boolean canBeNotified() {
        return Chromium.whole().isPresent();
    }

    /** One that its person lets show notifications. */
    public static SiteBrowser notified(String name) {
        CameraFilm film = new CameraFilm(name, List.of("none"));
        film.expose();
        return new SiteBrowser(film, true);
    }

    public Page page() {
        return page;
    }

    public SiteBrowser open() {
        page.navigate(JourneyPlatform.get().url("/m"));
        return this;
    }

    public SiteBrowser signIn(String username) {
        page.locator("a[href='/m/sign-in']").click();
        try {
            page.locator("#username").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        } catch (TimeoutError redrawn) {
            // The screen was drawn anew under the finger: whoever sees nothing happen presses again.
            page.locator("a[href='/m/sign-in']").click();
        }
        page.fill("#username", username);
        page.fill("#password", "Jianzheng-2026");
        page.click("#kc-login");
        return this;
    }

    public SiteBrowser press(String button) {
        button(button).click();
        return this;
    }

    public Locator button(String name) {
        return page.locator("button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** Scans what its camera shows until so many marks are there. */
    public SiteBrowser scan(int marks) {
        press("扫描标识");
        shows("main", marks + " / " + marks);
        return this;
    }

    /** The same where nobody has said how many there are. */
    public SiteBrowser scanAny(int marks) {
        press("扫描标识");
        shows("dialog.camera", "已扫 " + marks);
        page.locator("dialog.camera button").last().click();
        return this;
    }

    private void shows(String place, String text) {
        try {
            PlaywrightAssertions.assertThat(page.locator(place)).containsText(text);
        } catch (AssertionError missing) {
            throw new AssertionError(missing.getMessage() + "\nCamera: " + page.evaluate(CAMERA), missing);
        }
    }

    private static final String CAMERA =
            """
            () => {
              const video = document.querySelector('dialog.camera video');
              return video
                ? `${video.closest('dialog').textContent}, at ${video.currentTime}, ready ${video.readyState}, ${video.videoWidth} px,`
                  + ` paused ${video.paused}, scanner ${Boolean(window.ZXing)}`
                : `none, scanner ${Boolean(window.ZXing)}`;
            }""";

    /** The photo that is asked for under that heading. */
    public SiteBrowser shoot(String heading) {
        // A camera that opens plays its film from the start: the same moment would be the same photo.
        film.expose();
        page.locator("main section")
                .filter(new Locator.FilterOptions().setHasText(heading))
                .locator("button")
                .first()
                .click();
        page.locator("dialog.camera button.primary").click();
        page.locator("main section")
                .filter(new Locator.FilterOptions().setHasText(heading))
                .locator("img")
                .first()
                .waitFor();
        return this;
    }

    public void offline(boolean off) {
        context.setOffline(off);
    }

    /** Kept under {@code target/screenshots}. */
    public SiteBrowser screenshot(String name) {
        page.evaluate("() => window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "phone-" + name + ".png")));
        return this;
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
