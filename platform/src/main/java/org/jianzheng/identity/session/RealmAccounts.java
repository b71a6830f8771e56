package org.jianzheng.identity.session;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.Person;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Reads accounts from Keycloak's interface for administrators; never waits longer than a few seconds. */
class RealmAccounts implements Function<String, Account> {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final String SERVICE = "accounts";
    private static final String WORK_NUMBER = "workNumber";
    /** More of one number than laboratories may have it are a mistake that one look does not have to list. */
    private static final int MOST_HOLDERS = 200;

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
            new ParameterizedTypeReference<>() {};

    private final RestClient users;
    private final OAuth2AuthorizedClientService tokens;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager service;

    RealmAccounts(RealmSettings realm) {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        http.setReadTimeout(ANSWER);
        users = RestClient.builder()
                .requestFactory(http)
                .baseUrl(realm.adminUrl() + "/users")
                .build();
        var registrations = new InMemoryClientRegistrationRepository(registration(realm));
        tokens = new InMemoryOAuth2AuthorizedClientService(registrations);
        service = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        service.setAuthorizedClientProvider(provider(http));
    }

    private static ClientRegistration registration(RealmSettings realm) {
        return ClientRegistration.withRegistrationId(SERVICE)
                .clientId(realm.engineClientId())
                .clientSecret(realm.engineClientSecret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(realm.tokenUrl())
                .build();
    }

    private static ClientCredentialsOAuth2AuthorizedClientProvider provider(JdkClientHttpRequestFactory http) {
        var answers = new RestClientClientCredentialsTokenResponseClient();
        answers.setRestClient(RestClient.builder()
                .requestFactory(http)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(answers);
        return provider;
    }

    @Override
    public Account apply(String subject) {
        try {
            Map<String, Object> user = read(subject, "", OBJECT);
            return new Account(
                    Boolean.TRUE.equals(user.get("enabled")),
                    groups(read(subject, "/groups?max=1000", LIST)),
                    passwordChangedAt(read(subject, "/credentials", LIST)),
                    user.get("notBefore") instanceof Number seconds
                            ? Instant.ofEpochSecond(seconds.longValue())
                            : Instant.EPOCH);
        } catch (HttpClientErrorException.NotFound gone) {
            return Account.NONE;
        } catch (HttpClientErrorException.Unauthorized restarted) {
            // A realm that was set up anew does not know our token; the next question brings another.
            tokens.removeAuthorizedClient(SERVICE, SERVICE);
            throw restarted;
        }
    }

    /** Who may sign in and has that number in the account, which is of letters, digits and hyphens only. */
    List<Person> withWorkNumber(String number) {
        List<Map<String, Object>> found = users.get()
                .uri("?q={attribute}&max=" + MOST_HOLDERS, WORK_NUMBER + ":" + number)
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(LIST);
        return found.stream()
                .filter(user -> Boolean.TRUE.equals(user.get("enabled")) && says(user, number))
                .map(user -> person(user, number))
                .toList();
    }

    private static boolean says(Map<String, Object> user, String number) {
        return user.get("attributes") instanceof Map<?, ?> attributes
                && List.of(number).equals(attributes.get(WORK_NUMBER));
    }

    private Person person(Map<String, Object> user, String number) {
        String username = String.valueOf(user.get("username"));
        Object name = user.get("firstName");
        return new Person(
                username,
                name == null ? username : name.toString(),
                groups(read(String.valueOf(user.get("id")), "/groups?max=1000", LIST)),
                number);
    }

    private static Set<String> groups(List<Map<String, Object>> groups) {
        return groups.stream()
                .map(group -> SignIn.path(String.valueOf(group.get("path"))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant passwordChangedAt(List<Map<String, Object>> credentials) {
        return credentials.stream()
                .filter(one -> "password".equals(one.get("type")) && one.get("createdDate") instanceof Number)
                .map(one -> Instant.ofEpochMilli(((Number) one.get("createdDate")).longValue()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private <T> T read(String subject, String part, ParameterizedTypeReference<T> type) {
        return users.get()
                .uri("/{subject}" + part, subject)
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(type);
    }

    private String token() {
        OAuth2AuthorizedClient client = service.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(SERVICE)
                .principal(SERVICE)
                .build());
        if (client == null) {
            throw new IllegalStateException("Keycloak gives the engine no token");
        }
        return client.getAccessToken().getTokenValue();
    }
}
