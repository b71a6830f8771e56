package org.jianzheng.support.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sends what is signed as the app does ({@code static/m/queue.js}): photos first and from where the line broke, then the record. */
public final class HttpPhone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 6;

    private final HttpClient http;
    private final Function<String, URI> server;
    private final String cookie;
    private final int part;
    private Line line = new Line() {};
    private String csrfHeader;
    private String csrf;
    private int requests;

    /**
     * @param cookie of the session of whoever is signed in on it
     * @param part bytes of a photo that are sent at once
     */
    public HttpPhone(HttpClient http, Function<String, URI> server, String cookie, int part) {
        this.http = http;
        this.server = server;
        this.cookie = cookie;
        this.part = part;
    }

    /** What may befall a request of a sending, the first of which is 1. */
    public interface Line {

        default void before(int request) {}

        /** @throws IOException when its answer is lost */
        default void after(int request) throws IOException, InterruptedException {}

        default void toldToComeAgain() {}
    }

    /**
     * What waits on it.
     *
     * @param photos by their SHA-256, in the order they were taken
     */
    public record Item(String body, String signature, Map<String, byte[]> photos) {}

    public void on(Line other) {
        line = other;
        requests = 0;
    }

    /** In contact: learns the token of its session. @return what the server said */
    public JsonNode meet(String thumbprint) throws IOException, InterruptedException {
        JsonNode me = JSON.readTree(answer(get("/m/api/me?phone=" + thumbprint)));
        csrfHeader = me.get("csrfHeader").textValue();
        csrf = me.get("csrf").textValue();
        return me;
    }

    /** @return what became of the record; whoever gets none sends again */
    public String send(Item item) throws IOException, InterruptedException {
        for (var photo : item.photos().entrySet()) {
            upload(photo.getKey(), photo.getValue());
        }
        return sendRecord(item);
    }

    /** By a phone that takes its photos for sent: the server names those that are missing. */
    public String sendRecord(Item item) throws IOException, InterruptedException {
        JsonNode answer = record(item);
        if (answer.get("outcome").textValue().equals("PHOTOS")) {
            for (String sha256 : missing(answer)) {
                upload(sha256, item.photos().get(sha256));
            }
            answer = record(item);
        }
        return answer.get("outcome").textValue();
    }

    private static List<String> missing(JsonNode answer) {
        List<String> missing = new ArrayList<>();
        answer.get("missing").forEach(one -> missing.add(one.textValue()));
        return missing;
    }

    private JsonNode record(Item item) throws IOException, InterruptedException {
        String sent = JSON.writeValueAsString(Map.of("record", item.body(), "signature", item.signature()));
        return asked(post("/m/api/records")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sent)));
    }

    private void upload(String sha256, byte[] photo) throws IOException, InterruptedException {
        String path = "/m/api/photos/" + sha256;
        JsonNode state = asked(get(path));
        while (!state.get("complete").booleanValue()) {
            int offset = state.get("offset").intValue();
            byte[] next = Arrays.copyOfRange(photo, offset, Math.min(photo.length, offset + part));
            state = asked(post(path)
                    .header("Content-Type", "application/octet-stream")
                    .header("Upload-Offset", String.valueOf(offset))
                    .header("Upload-Length", String.valueOf(photo.length))
                    .POST(BodyPublishers.ofByteArray(next)));
        }
    }

    private JsonNode asked(HttpRequest.Builder request) throws IOException, InterruptedException {
        int number = ++requests;
        line.before(number);
        try {
            return JSON.readTree(answer(request));
        } finally {
            line.after(number);
        }
    }

    private String answer(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        for (int left = PATIENCE; ; left--) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            String later = answer.headers().firstValue("Retry-After").orElse("");
            if (later.isEmpty() || left == 0) {
                throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            line.toldToComeAgain();
            Thread.sleep((long) (Integer.parseInt(later) * 1000 * (1 + Math.random())));
        }
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(server.apply(path))
                .timeout(Duration.ofMinutes(2))
                .header("Cookie", cookie)
                .header("Accept", "application/json");
    }

    private HttpRequest.Builder post(String path) {
        return get(path).header(csrfHeader, csrf);
    }
}
