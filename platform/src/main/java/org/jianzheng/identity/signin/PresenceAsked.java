package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Starts a sign-in, always with PKCE; with {@link #ASKED} Keycloak has to ask for the password even if it knows who it is. */
class PresenceAsked implements OAuth2AuthorizationRequestResolver {

    static final String ASKED = "presence";

    /** User name of whom Keycloak's page is to expect. */
    static final String AS = "as";

    private final DefaultOAuth2AuthorizationRequestResolver plain;

    PresenceAsked(ClientRegistrationRepository registrations) {
        plain = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withPresence(request, plain.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withPresence(request, plain.resolve(request, registration));
    }

    private static OAuth2AuthorizationRequest withPresence(
            HttpServletRequest request, OAuth2AuthorizationRequest start) {
        return start == null || request.getParameter(ASKED) == null
                ? start
                : OAuth2AuthorizationRequest.from(start)
                        .additionalParameters(more -> more.putAll(asked(request.getParameter(AS))))
                        .build();
    }

    private static Map<String, Object> asked(String username) {
        Map<String, Object> asked = new HashMap<>(Map.of("prompt", "login", "max_age", "0"));
        if (username != null) {
            asked.put("login_hint", username);
        }
        return asked;
    }
}
