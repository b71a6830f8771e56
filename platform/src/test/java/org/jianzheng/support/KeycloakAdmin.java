package org.jianzheng.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Consumer;

/** What an administrator of the realm does to accounts, done to the Keycloak of the journeys. */
public final class KeycloakAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    /** @param issuer the address of the realm */
    public KeycloakAdmin(String issuer) {
        server = issuer.substring(0, issuer.indexOf("/realms/"));
    }

    public void enable(String username, boolean enabled) {
        ObjectNode user = (ObjectNode) user(username);
        user.put("enabled", enabled);
        send("PUT", "/users/" + user.get("id").asText(), user);
    }

    public void resetPassword(String username, String password) {
        send(
                "PUT",
                "/users/" + id(username) + "/reset-password",
                JSON.valueToTree(Map.of("type", "password", "value", password, "temporary", false)));
    }

    /** Moves somebody from one group to another; both are paths without leading slash. */
    public void move(String username, String from, String to) {
        String user = "/users/" + id(username) + "/groups/";
        send("DELETE", user + group(from), null);
        send("PUT", user + group(to), null);
    }

    /** Changes settings of the realm itself. */
    public void change(Consumer<ObjectNode> settings) {
        ObjectNode realm = (ObjectNode) send("GET", "", null);
        settings.accept(realm);
        send("PUT", "", realm);
    }

    private JsonNode user(String username) {
        return send("GET", "/users?exact=true&username=" + username, null).get(0);
    }

    private String id(String username) {
        return user(username).get("id").asText();
    }

    private String group(String path) {
        return send("GET", "/group-by-path/" + path, null).get("id").asText();
    }

    private JsonNode send(String method, String path, JsonNode body) {
        return answer(HttpRequest.newBuilder(URI.create(server + "/admin/realms/jianzheng" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + EmbeddedKeycloak.ADMIN + "&password="
                + EmbeddedKeycloak.ADMIN_PASSWORD;
        return answer(HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .get("access_token")
                .asText();
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answers " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
