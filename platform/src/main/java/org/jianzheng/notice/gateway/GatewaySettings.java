package org.jianzheng.notice.gateway;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Gateways to people's phones; each off where it is not set.
 *
 * @param sms takes messages for mobile numbers
 * @param wechat takes messages for WeChat accounts
 */
@ConfigurationProperties("jianzheng.notice")
public record GatewaySettings(Gateway sms, Gateway wechat) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * One of them.
     *
     * @param url https, or of this machine
     * @param token sent as bearer token; may be absent
     */
    public record Gateway(URI url, String token) {

        public Gateway {
            boolean sound = url != null
                    && url.getHost() != null
                    && ("https".equals(url.getScheme())
                            || "http".equals(url.getScheme()) && HERE.contains(url.getHost()));
            if (!sound) {
                throw new IllegalStateException(
                        "jianzheng.notice.sms.url and jianzheng.notice.wechat.url have to be https: people's numbers travel on them");
            }
        }

        @Override
        public String toString() {
            return "Gateway[" + url + "]";
        }
    }
}
