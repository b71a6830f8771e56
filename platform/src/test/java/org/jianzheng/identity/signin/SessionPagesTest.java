package org.jianzheng.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionPagesTest {

    @Test
    void provingPresenceLeadsBackToWhereItWasAskedFor() {
        assertThat(afterwards("/camunda/app/tasklist/default/#/?task=1"))
                .isEqualTo("/camunda/app/tasklist/default/#/?task=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                "/\t/elsewhere.example",
                " /cases",
                ""
            })
    void provingPresenceNeverLeadsElsewhere(String returnTo) {
        assertThat(afterwards(returnTo)).isEqualTo("/");
    }

    private static String afterwards(String returnTo) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        String next = new SessionPages().provePresence(returnTo, request);
        assertThat(next).isEqualTo("redirect:/oauth2/authorization/keycloak?presence");
        return ReturnAddress.cache().getRequest(request, null).getRedirectUrl();
    }
}
