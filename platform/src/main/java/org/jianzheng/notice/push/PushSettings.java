package org.jianzheng.notice.push;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Push to browsers; off without a key.
 *
 * @param key the private VAPID key, 32 bytes in Base64; subscriptions are made for its public half and end with it
 * @param subject whom a push service writes to about our messages: {@code mailto:} or {@code https:}
 * @param hosts where endpoints of browsers may be: {@code name}, {@code *.name}, or the whole origin of a service in one's own
 *     network
 */
@ConfigurationProperties("jianzheng.push")
public record PushSettings(
        String key,
        String subject,
        @DefaultValue({
                    "fcm.googleapis.com",
                    "updates.push.services.mozilla.com",
                    "*.push.apple.com",
                    "*.notify.windows.com"
                })
                List<String> hosts) {

    public PushSettings {
        hosts = List.copyOf(hosts);
        boolean named = subject != null && (subject.startsWith("mailto:") || subject.startsWith("https:"));
        if (isOn(key) && !named) {
            throw new IllegalStateException(
                    "jianzheng.push.key is set: push services want an address to write to, jianzheng.push.subject (mailto: or https:)");
        }
    }

    boolean isOn() {
        return isOn(key);
    }

    private static boolean isOn(String key) {
        return key != null && !key.isBlank();
    }

    @Override
    public String toString() {
        return "PushSettings[subject=" + subject + ", hosts=" + hosts + "]";
    }
}
