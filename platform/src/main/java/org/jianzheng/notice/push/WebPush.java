package org.jianzheng.notice.push;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jianzheng.notice.carrier.Carried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts messages to browsers' push services. */
@Component
public class WebPush {

    private static final Logger log = LoggerFactory.getLogger(WebPush.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long LONGEST_PAUSE = 3600;

    private final VapidKey key;
    private final PushHosts hosts;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            // An endpoint may not send us on to where it was not allowed to be itself.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebPush(PushSettings settings, Clock clock) {
        this.key = settings.isOn() ? new VapidKey(settings.key(), settings.subject()) : null;
        this.hosts = new PushHosts(settings.hosts());
        this.clock = clock;
    }

    /** The public half of the key, for browsers that subscribe; empty where push is off. */
    public Optional<String> known() {
        return Optional.ofNullable(key).map(VapidKey::known);
    }

    /** Whether a browser may subscribe with that. */
    public boolean isSound(BrowserAddress browser) {
        return hosts.endpoint(browser.endpoint()).isPresent()
                && BrowserKeys.of(browser.p256dh(), browser.auth()).isPresent();
    }

    /** Where it would be posted to: messages to one such place do not wait for those to another. */
    public String origin(BrowserAddress browser) {
        return PushHosts.origin(URI.create(browser.endpoint()));
    }

    /**
     * Posts it. May look a name up before it returns, which takes a while where the name's server is away.
     *
     * @param topic of two messages with one topic that wait for a browser it gets the later one
     * @param life for how long it waits for a browser that is off
     */
    public CompletableFuture<Carried> send(BrowserAddress browser, byte[] message, String topic, Duration life) {
        Optional<URI> endpoint = hosts.endpoint(browser.endpoint());
        Optional<BrowserKeys> keys = BrowserKeys.of(browser.p256dh(), browser.auth());
        if (key == null || endpoint.isEmpty() || keys.isEmpty()) {
            // Configured otherwise since.
            return CompletableFuture.completedFuture(Carried.refused("jianzheng.push.hosts"));
        }
        try {
            if (!hosts.isReachable(endpoint.get())) {
                log.warn("{} leads into a private network", endpoint.get().getHost());
                return CompletableFuture.completedFuture(Carried.refused("private address"));
            }
        } catch (UnknownHostException unknown) {
            return CompletableFuture.completedFuture(
                    Carried.later("unknown host " + endpoint.get().getHost()));
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint.get())
                .timeout(ANSWER)
                .header("Authorization", key.authorization(PushHosts.origin(endpoint.get()), clock.instant()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", String.valueOf(Math.max(0, life.toSeconds())))
                .header("Urgency", "high")
                .header("Topic", topic)
                .POST(HttpRequest.BodyPublishers.ofByteArray(PushEncryption.encrypt(message, keys.get())))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(WebPush::read);
    }

    private static Carried read(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String said = "HTTP " + status;
        return switch (status) {
            case 200, 201, 202, 204 -> Carried.sent();
            case 404, 410 -> Carried.gone(said);
            case 400, 413 -> Carried.refused(said);
            default -> new Carried(Carried.Fate.LATER, said, pause(answer));
        };
    }

    private static Duration pause(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_PAUSE)))
                .orElse(null);
    }
}
