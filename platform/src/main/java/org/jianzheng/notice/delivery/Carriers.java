package org.jianzheng.notice.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jianzheng.identity.TelephoneNumbers;
import org.jianzheng.identity.TextSeal;
import org.jianzheng.notice.carrier.Carried;
import org.jianzheng.notice.carrier.Channel;
import org.jianzheng.notice.gateway.Gateways;
import org.jianzheng.notice.push.WebPush;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a message into the words of its reader and hands it to what carries it. */
@Component
public class Carriers {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /** A phone that was off for longer finds the task in the app. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final String APP = "/m/";

    private final WebPush push;
    private final Gateways gateways;
    private final ObjectProvider<TelephoneNumbers> numbers;
    private final ObjectProvider<TextSeal> seal;
    private final MessageSource messages;
    private final String site;
    private final Clock clock;

    Carriers(
            WebPush push,
            Gateways gateways,
            ObjectProvider<TelephoneNumbers> numbers,
            ObjectProvider<TextSeal> seal,
            MessageSource messages,
            @Value("${jianzheng.base-url:http://localhost:8080}") String site,
            Clock clock) {
        this.push = push;
        this.gateways = gateways;
        this.numbers = numbers;
        this.seal = seal;
        this.messages = messages;
        this.site = site;
        this.clock = clock;
    }

    /** The ways that the configuration has. */
    public Set<Channel> on() {
        Set<Channel> on = EnumSet.noneOf(Channel.class);
        on.addAll(gateways.on());
        if (push.known().isPresent()) {
            on.add(Channel.PUSH);
        }
        return on;
    }

    CompletableFuture<Carried> send(Parcel parcel) {
        return switch (parcel.address().channel()) {
            case PUSH -> push.send(parcel.address().browser(), pushed(parcel), topic(parcel), life(parcel));
            case SMS ->
                numbers.stream()
                        .flatMap(known -> known.mobile(parcel.address().username()).stream())
                        .findFirst()
                        .map(number -> gateways.send(message(parcel, number.whole())))
                        .orElseGet(() -> CompletableFuture.completedFuture(Carried.gone("no mobile number")));
            case WECHAT ->
                gateways.send(
                        message(parcel, seal.getObject().open(parcel.address().target())));
        };
    }

    private byte[] pushed(Parcel parcel) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("id", parcel.noticeId());
        content.put("title", title(parcel));
        content.put("body", parcel.about());
        content.put("lang", locale(parcel).toLanguageTag());
        try {
            return JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Gateways.Message message(Parcel parcel, String to) {
        return new Gateways.Message(
                // One for each notice and address, and nothing that leads back to either.
                UUID.nameUUIDFromBytes((parcel.noticeId() + parcel.address().id()).getBytes(StandardCharsets.US_ASCII))
                        .toString(),
                parcel.address().channel(),
                to,
                title(parcel),
                parcel.about(),
                site + APP,
                parcel.address().language());
    }

    private String title(Parcel parcel) {
        return messages.getMessage("notice.alert." + parcel.alert(), null, locale(parcel));
    }

    private static Locale locale(Parcel parcel) {
        return parcel.address().language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** Sent twice, when a node dies between the service and its own commit, it is still one. At most 32 signs (RFC 8030, 5.4). */
    private static String topic(Parcel parcel) {
        return parcel.noticeId().replace("-", "");
    }

    private Duration life(Parcel parcel) {
        Instant now = clock.instant();
        return parcel.until() == null || parcel.until().isAfter(now.plus(LIFE))
                ? LIFE
                : Duration.between(now, parcel.until());
    }
}
