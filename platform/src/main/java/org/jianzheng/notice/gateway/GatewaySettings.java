package org.jianzheng.notice.gateway;

import java.net.URI;
import org.jianzheng.kernel.ServiceUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Gateways to people's phones; each off where it is not set.
 *
 * @param sms takes messages for mobile numbers
 * @param wechat takes messages for WeChat accounts
 */
@ConfigurationProperties("jianzheng.notice")
public record GatewaySettings(Gateway sms, Gateway wechat) {

    /**
     * One of them.
     *
     * @param url https, or of this machine
     * @param token sent as bearer token; may be absent
     */
    public record Gateway(URI url, String token) {

        public Gateway {
            if (!ServiceUrl.isSafe(url)) {
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
