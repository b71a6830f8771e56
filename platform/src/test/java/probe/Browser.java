package probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a browser of Tasklist does, or could be made to do by its user: real requests with session and CSRF token. */
public final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final String person;
    private String language = "zh-CN";

    public Browser(int port, String person) {
        this.base = "http://localhost:" + port + "/camunda/api";
        this.person = person;
        get("/admin/auth/user/default");
    }

    public Browser inEnglish() {
        language = "en";
        return this;
    }

    public record Answer(int status, String text) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String message() {
            return json().path("message").asText();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, String json) {
        return send(method, URI.create(base + path), json, token());
    }

    public Answer withoutToken(String path, String json) {
        return send("POST", URI.create(base + path), json, "");
    }

    /** Tasklist's path of the engine. */
    public static String engine(String path) {
        return "/engine/engine/default" + path;
    }

    private Answer send(String method, URI address, String json, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Test-Person", person)
                .header("Accept", "application/hal+json, application/json; q=0.5")
                .header("Accept-Language", language);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("X-XSRF-TOKEN", token);
        }
        request.method(
                method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
