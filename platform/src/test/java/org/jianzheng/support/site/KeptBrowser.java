package org.jianzheng.support.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jianzheng.support.Chromium;
import org.jianzheng.support.JourneyPlatform;

/** A phone whose browser can be killed (SIGKILL) and started again on what it has kept. */
public final class KeptBrowser implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SERVER_WORKS_MILLIS = 80;

    private final Random random = new Random(20261130);
    private final Path profile;
    private final Playwright playwright;
    private final List<String> sent = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private boolean killed;

    /** How far a request has come when the browser is killed. */
    public enum Moment {
        NOT_SENT,
        SENT,
        /** By the server; the app does not know it. */
        ANSWERED
    }

    /** Where in its sending it is killed. @param request of those that send what was signed, the first is 1; the one behind them is the app's next contact */
    public record Death(int request, Moment moment) {}

    public KeptBrowser(Path profile) {
        this.profile = profile;
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        start();
    }

    /** On what the one before has kept. */
    public void start() {
        context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(Chromium.place())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--no-first-run",
                                        "--disable-background-networking"))
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai")
                                .setGeolocation(new Geolocation(34.361, 107.237).setAccuracy(12))
                                .setPermissions(List.of("geolocation"))
                                .setViewportSize(360, 640));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.pages().get(0);
        sent.clear();
        page.onRequest(this::note);
        killed = false;
    }

    private void note(Request request) {
        if (request.method().equals("POST")) {
            sent.add(request.url());
        }
    }

    public Page page() {
        return page;
    }

    /** What was posted to an address with that in it since the browser was started, again or not. */
    public long sentTo(String path) {
        return sent.stream().filter(url -> url.contains(path)).count();
    }

    public KeptBrowser open() {
        page.navigate(JourneyPlatform.get().url("/m"));
        return this;
    }

    /** A browser that was killed has forgotten who was signed in. */
    public KeptBrowser signIn(String username) {
        open();
        page.locator("a[href='/m/sign-in']").click();
        page.fill("#username", username);
        page.fill("#password", "Jianzheng-2026");
        page.waitForResponse("**/m/api/tasks", () -> page.click("#kc-login"));
        return this;
    }

    public KeptBrowser press(String button) {
        page.locator("main button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
        return this;
    }

    /** Kills the browser while it sends what this work has it send. */
    public void killedDuring(Death death, Runnable work) {
        var counted = new Counted();
        context.route(url -> url.contains("/m/api/"), route -> at(route, counted, death));
        try {
            work.run();
            page.waitForCondition(() -> killed);
        } catch (PlaywrightException gone) {
            if (!killed) {
                throw gone;
            }
        }
    }

    private static final class Counted {

        private int requests;
        private boolean signedLeft;

        boolean isNext(String url) {
            boolean sends = url.contains("/m/api/photos/") || url.endsWith("/m/api/records");
            boolean next = sends || (signedLeft && url.contains("/m/api/me"));
            signedLeft |= url.endsWith("/m/api/records");
            requests += next ? 1 : 0;
            return next;
        }
    }

    private void at(Route route, Counted counted, Death death) {
        if (!counted.isNext(route.request().url()) || counted.requests != death.request()) {
            route.resume();
            return;
        }
        switch (death.moment()) {
            case NOT_SENT -> kill();
            case SENT -> {
                route.resume();
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(SERVER_WORKS_MILLIS)).toNanos());
                kill();
            }
            case ANSWERED -> {
                route.fetch();
                kill();
            }
        }
    }

    private void kill() {
        List<ProcessHandle> browsers = ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains(profile.toString()))
                .toList();
        if (browsers.isEmpty()) {
            throw new IllegalStateException("No browser runs on " + profile);
        }
        browsers.forEach(ProcessHandle::destroyForcibly);
        browsers.forEach(one -> one.onExit().join());
        killed = true;
    }

    @Override
    public void close() {
        if (!killed) {
            context.close();
        }
        playwright.close();
    }
}
