package org.jianzheng.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class FilterChainsTest {

    private static final String SIGN_IN = "/oauth2/authorization/keycloak";

    @Autowired
    MockMvc browser;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/cases", "/reports", "/trial", "/camunda/app/tasklist/default/", "/s/x/story", "/nothing"})
    void pagesLeadToKeycloak(String page) throws Exception {
        browser.perform(get(page).accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl(SIGN_IN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/s/x", "/v3/api-docs", "/signed-out", "/favicon.svg"})
    void aFewAddressesArePublic(String address) throws Exception {
        browser.perform(get(address)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/engine-rest/task",
                "/actuator/env",
                "/actuator/heapdump"
            })
    void someAddressesAreClosedToEverybody(String address) throws Exception {
        browser.perform(post(address).with(As.signedIn("admin")).with(csrf())).andExpect(status().isForbidden());
        browser.perform(get(address).with(As.signedIn("admin"))).andExpect(status().isForbidden());
    }

    @Test
    void programsWithoutATokenGetAProblemDocument() throws Exception {
        browser.perform(get("/api/cases").header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("Bearer")))
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, containsString("application/problem+json")))
                .andExpect(jsonPath("$.status").value(401))
                .andExpect(jsonPath("$.title").value("未登录"));
        browser.perform(get("/api/cases").header(HttpHeaders.AUTHORIZATION, "Bearer made.up.token"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, containsString("application/problem+json")));
    }

    @Test
    void verifyingAReportNeedsNoToken() throws Exception {
        browser.perform(post("/api/verifications")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"token\":\"x\"}"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotIn(401, 403));
    }

    @Test
    void aCaseOneMayNotSeeIsNotThere() throws Exception {
        String nobodysCase = UUID.randomUUID().toString();
        for (String part : new String[] {"", "/custody", "/report", "/anything/below"}) {
            browser.perform(get("/cases/" + nobodysCase + part).with(As.signedIn("tester2")))
                    .andExpect(status().isNotFound());
        }
        browser.perform(get("/api/cases/" + nobodysCase)
                        .with(jwt().jwt(token -> token.claim("preferred_username", "tester2"))))
                .andExpect(status().isNotFound());
        browser.perform(get("/api/cases/" + nobodysCase + "/ledger")
                        .with(jwt().jwt(token -> token.claim("preferred_username", "tester2"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void formsNeedTheirToken() throws Exception {
        browser.perform(post("/logout").with(As.signedIn("tester"))).andExpect(status().isForbidden());
        browser.perform(post("/logout").with(As.signedIn("tester")).with(csrf()))
                .andExpect(redirectedUrl("/signed-out"));
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToKeycloak() throws Exception {
        browser.perform(post("/anything").header(HttpHeaders.REFERER, "http://localhost/trial?method=rebar"))
                .andExpect(redirectedUrl(SIGN_IN));
    }

    @Test
    void aFragmentAskedForAfterTheSessionEndedMakesItsPageLoadAgain() throws Exception {
        browser.perform(get("/cases/1/custody")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://localhost/cases/1?tab=2"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/cases/1?tab=2"));
        browser.perform(get("/cases/1/custody")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "https://elsewhere.example/cases/1"))
                .andExpect(header().string("HX-Redirect", "/"));
    }

    @Test
    void tasklistIsToldThatTheSessionEnded() throws Exception {
        browser.perform(post("/camunda/api/engine/engine/default/task/1/submit-form")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value(containsString("登录已过期")));
    }

    @Test
    void pagesMayBeFramedByThisSiteAloneAndRunOnlyItsScripts() throws Exception {
        browser.perform(get("/signed-out"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")));
    }

    @Test
    void provingPresenceAsksKeycloakAgain() throws Exception {
        browser.perform(get("/step-up?returnTo=/cases").with(As.signedIn("signatory")))
                .andExpect(redirectedUrl(SIGN_IN + "?presence"));
        browser.perform(get("/presence").with(As.signedIn("signatory")))
                .andExpect(content().string(containsString("回到刚才的表单提交")));
    }

    @Test
    void noAnswerNamesAnotherHost() throws Exception {
        browser.perform(get("/").accept(MediaType.TEXT_HTML).header("X-Forwarded-Host", "elsewhere.example"))
                .andExpect(header().string(HttpHeaders.LOCATION, not(containsString("elsewhere"))));
    }
}
