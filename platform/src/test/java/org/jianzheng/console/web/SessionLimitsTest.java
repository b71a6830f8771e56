package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

class SessionLimitsTest {

    private static final FilterChain MAKES_ONE =
            (request, response) -> ((HttpServletRequest) request).getSession().getId();

    private final SessionLimits limits = new SessionLimits(new LimitSettings(2, 5, 12, 2, 3, 3), answer());

    @Test
    void oneAddressIsGivenOnlySoManySessionsAndKeepsThoseItHas() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("203.0.113.1", null).getStatus()).isEqualTo(200);
        }
        var refused = ask("203.0.113.1", null);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        assertThat(ask("203.0.113.1", new MockHttpSession()).getStatus())
                .as("signed in already")
                .isEqualTo(200);
        assertThat(ask("203.0.113.2", null).getStatus()).as("another").isEqualTo(200);
    }

    @Test
    void whoNeedsNoneIsNotCounted() throws Exception {
        for (int i = 0; i < 9; i++) {
            var response = new MockHttpServletResponse();
            limits.doFilter(request("203.0.113.3", null), response, (request, answer) -> {
                assertThat(((HttpServletRequest) request).getSession(false)).isNull();
            });
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse ask(String address, MockHttpSession session) throws Exception {
        var response = new MockHttpServletResponse();
        limits.doFilter(request(address, session), response, MAKES_ONE);
        return response;
    }

    private static MockHttpServletRequest request(String address, MockHttpSession session) {
        var request = new MockHttpServletRequest("GET", "/cases");
        request.setRemoteAddr(address);
        request.setSession(session);
        return request;
    }

    private static StandingAnswer answer() {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new StandingAnswer(messages, new FixedLocaleResolver(), new ObjectMapper());
    }
}
