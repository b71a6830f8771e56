package org.jianzheng.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.Chromium;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.KeycloakAdmin;
import org.jianzheng.support.OneTimeCode;
import org.jianzheng.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through a real Keycloak. */
@BrowserJourney
class SignOnJourneyTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static JourneyPlatform platform;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        platform = JourneyPlatform.get();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void oneSignInOpensConsoleAndTasklistAndOneSignOutClosesBoth() {
        try (Visitor tester = chromium.visitor()) {
            tester.go("/");
            assertThat(tester.isAskedToSignIn()).isTrue();
            assertThat(tester.page()).hasTitle(Pattern.compile("见证"));
            tester.screenshot("sign-in");

            tester.signIn("tester", "/");
            assertThat(tester.page().locator("body")).containsText("张伟");
            tester.screenshot("signed-in-console");

            tester.go(TASKLIST);
            assertThat(tester.page().locator(".account").first()).containsText("张伟");
            assertThat(tester.page().locator(".account").first()).not().containsText("null");
            assertThat(tester.isAskedToSignIn()).isFalse();
            tester.screenshot("signed-in-tasklist");

            tester.go("/logout");
            tester.page().locator("main form[action$='/logout'] button").click();
            tester.page().waitForURL("**/signed-out");
            tester.screenshot("signed-out");
            tester.go(TASKLIST);
            assertThat(tester.isAskedToSignIn()).isTrue();
            tester.go("/");
            assertThat(tester.isAskedToSignIn()).isTrue();
        }
    }

    @Test
    void provingPresenceAsksForThePasswordAgainAndLeadsBack() {
        try (Visitor signatory = chromium.visitor()) {
            signatory.signIn("signatory", "/");
            signatory.go("/step-up?returnTo=%2Fsigned-out%3Fagain%3D1");
            assertThat(signatory.isAskedToSignIn()).isTrue();
            signatory.screenshot("step-up");
            signatory.typePassword();
            signatory.page().waitForURL("**/signed-out?again=1");
            signatory.go("/");
            assertThat(signatory.isAskedToSignIn()).isFalse();
        }
    }

    @Test
    void aWrongPasswordIsRefusedInChinese() {
        try (Visitor stranger = chromium.visitor()) {
            stranger.go("/");
            Page page = stranger.page();
            page.fill("#username", "nobody-of-that-name");
            page.fill("#password", "Wrong-password-1");
            page.click("#kc-login");
            assertThat(page.locator("body")).containsText("用户名或密码不正确");
        }
    }

    @Test
    void aTokenOfTheRealmOpensTheApiAndOneMadeOutForOthersDoesNot() throws Exception {
        assertThat(api(token("jianzheng-cli", "grant_type=password&username=tester&password=Jianzheng-2026")))
                .isEqualTo(200);
        assertThat(api(token("jianzheng-engine", "grant_type=client_credentials&client_secret=jianzheng-engine-demo")))
                .isEqualTo(401);
    }

    @Test
    void whoIsDismissedMovedOrGivenAnotherPasswordActsNoLonger() throws Exception {
        KeycloakAdmin realm = new KeycloakAdmin(platform.issuer());
        String person = "tester.bj01c";
        String token = token("jianzheng-cli", "grant_type=password&username=" + person + "&password=Jianzheng-2026");
        try (Visitor tester = chromium.visitor()) {
            tester.signIn(person, "/");
            assertThat(tester.isAskedToSignIn()).isFalse();
            assertThat(api(token)).isEqualTo(200);

            realm.move(person, "labs/BJ01/tester", "labs/BJ02/tester");
            await().atMost(20, TimeUnit.SECONDS).until(() -> api(token) == 401);
            tester.go("/");
            // The realm remembers the person and says who they are now.
            assertThat(tester.isAskedToSignIn()).isFalse();

            realm.resetPassword(person, "Another-2026-password");
            await().atMost(20, TimeUnit.SECONDS).until(() -> tester.go("/").isAskedToSignIn());
            tester.page().fill("#password", "Another-2026-password");
            tester.page().click("#kc-login");
            tester.page().waitForURL(platform.url("/"));

            realm.enable(person, false);
            await().atMost(20, TimeUnit.SECONDS).until(() -> tester.go("/").isAskedToSignIn());
        }
    }

    @Test
    void asShippedWhoeverSignsSetsUpASecondFactorAndIsAskedForItEverAfter() throws Exception {
        KeycloakAdmin realm = new KeycloakAdmin(platform.issuer());
        asShipped(realm, true);
        try (Visitor signatory = chromium.visitor();
                Visitor again = chromium.visitor();
                Visitor tester = chromium.visitor()) {
            signatory.signIn("signatory.bj02", "/");
            Page setUp = signatory.page();
            setUp.click("#mode-manual");
            String secret = setUp.locator("#kc-totp-secret-key").innerText();
            setUp.fill("#totp", OneTimeCode.of(secret));
            setUp.click("#saveTOTPBtn");
            setUp.waitForURL(platform.url("/"));

            again.signIn("signatory.bj02", "/");
            assertThat(again.isAskedToSignIn()).isTrue();
            assertThat(again.page().locator("#otp")).isVisible();
            assertThat(statusOf("username=signatory.bj02&password=Jianzheng-2026"))
                    .isNotEqualTo(200);

            tester.signIn("tester2", "/");
            tester.page().waitForURL(platform.url("/"));
        } finally {
            asShipped(realm, false);
        }
    }

    private static void asShipped(KeycloakAdmin realm, boolean shipped) {
        String suffix = shipped ? " with second factor" : "";
        realm.change(settings ->
                settings.put("browserFlow", "browser" + suffix).put("directGrantFlow", "direct grant" + suffix));
    }

    private static int statusOf(String credentials) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(platform.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=jianzheng-cli&" + credentials)))
                .statusCode();
    }

    private static int api(String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(platform.url("/api/cases")))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private static String token(String client, String form) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(platform.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("client_id=" + client + "&" + form)));
        return new ObjectMapper()
                .readTree(answer.body())
                .required("access_token")
                .asText();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
