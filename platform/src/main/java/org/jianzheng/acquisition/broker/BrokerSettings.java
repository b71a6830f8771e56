package org.jianzheng.acquisition.broker;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where machines send to.
 *
 * @param enabled whether this node has a broker or reads from one
 * @param url core address of a broker outside, {@code tcp://broker:61616}; empty for the one inside
 * @param user of the platform at a broker outside
 * @param folder where the broker inside keeps what it has acknowledged
 * @param host address the broker inside listens on
 * @param port MQTT over TCP; 0 for none
 * @param tlsPort MQTT over TLS; 0 for none
 * @param keyStore PKCS#12 with the certificate that machines see
 */
@ConfigurationProperties("jianzheng.machines")
public record BrokerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("machines") Path folder,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("1883") int port,
        @DefaultValue("0") int tlsPort,
        @DefaultValue("") String keyStore,
        @DefaultValue("") String keyStorePassword) {

    public BrokerSettings {
        if (tlsPort != 0 && keyStore.isEmpty()) {
            throw new IllegalArgumentException("jianzheng.machines.tls-port needs jianzheng.machines.key-store");
        }
    }

    public boolean isOutside() {
        return !url.isEmpty();
    }
}
