package org.jianzheng.notice.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jianzheng.notice.carrier.Carried;
import org.jianzheng.notice.carrier.Channel;
import org.springframework.stereotype.Component;

/** Hands messages to the operator's gateways. */
@Component
public class Gateways {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Map<Channel, GatewaySettings.Gateway> gateways = new EnumMap<>(Channel.class);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            // Numbers go where the configuration says and nowhere else.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Gateways(GatewaySettings settings) {
        if (settings.sms() != null) {
            gateways.put(Channel.SMS, settings.sms());
        }
        if (settings.wechat() != null) {
            gateways.put(Channel.WECHAT, settings.wechat());
        }
    }

    /**
     * What a gateway is sent.
     *
     * @param id the same whenever the same message is sent again
     * @param to mobile number or WeChat account
     * @param title what it is about, a few words
     * @param text label of the sample
     * @param link where the person goes on
     * @param language {@code zh} or {@code en}
     */
    public record Message(
            String id, Channel channel, String to, String title, String text, String link, String language) {

        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** For which ways there is one. */
    public Set<Channel> on() {
        return Set.copyOf(gateways.keySet());
    }

    public CompletableFuture<Carried> send(Message message) {
        GatewaySettings.Gateway gateway = gateways.get(message.channel());
        if (gateway == null) {
            return CompletableFuture.completedFuture(Carried.later("no gateway"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.url())
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(message)));
        if (gateway.token() != null && !gateway.token().isBlank()) {
            request.header("Authorization", "Bearer " + gateway.token());
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(Gateways::read);
    }

    private static byte[] body(Message message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Carried read(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String said = "HTTP " + status;
        if (status / 100 == 2) {
            return Carried.sent();
        }
        return switch (status) {
            case 410 -> Carried.gone(said);
            case 400, 422 -> Carried.refused(said);
            // A wrong token or address is the operator's to put right.
            default -> Carried.later(said);
        };
    }
}
