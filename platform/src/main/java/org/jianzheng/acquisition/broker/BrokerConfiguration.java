package org.jianzheng.acquisition.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How the broker inside is set up. One outside has to be set up to the same effect (docs/outside-broker.xml). */
final class BrokerConfiguration {

    private static final long MEMORY_PER_ADDRESS = 50L << 20;
    private static final int SESSION_DAYS_SECONDS = 7 * 24 * 60 * 60;

    private final BrokerSettings settings;
    private final int number;

    /** @param number by which it is reached in this process */
    BrokerConfiguration(BrokerSettings settings, int number) {
        this.settings = settings;
        this.number = number;
    }

    Configuration build() {
        ConfigurationImpl configuration = new ConfigurationImpl();
        String folder = settings.folder().toAbsolutePath().toString();
        configuration
                .setName("jianzheng-" + number)
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                // Says of each message who sent it, whatever its topic says.
                .setPopulateValidatedUser(true)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setPagingDirectory(folder + "/paging")
                .setLargeMessagesDirectory(folder + "/large")
                .setJournalType(JournalType.NIO)
                // An acknowledged chunk is a stored chunk.
                .setJournalDatasync(true)
                .setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", number), "platform"));
        if (settings.port() != 0) {
            configuration.addAcceptorConfiguration(acceptor("mqtt", settings.port(), Map.of()));
        }
        if (settings.tlsPort() != 0) {
            configuration.addAcceptorConfiguration(acceptor("mqtts", settings.tlsPort(), tls()));
        }
        configuration.setIncomingInterceptorClassNames(List.of(PacketLimit.class.getName()));
        configuration.addAddressSetting("#", addresses());
        configuration.addQueueConfiguration(QueueConfiguration.of(MachineLine.QUEUE)
                .setAddress(MachineTopic.PREFIX + "#")
                .setRoutingType(RoutingType.MULTICAST)
                // What a machine is told is none of it.
                .setFilterString("NOT (AMQAddress LIKE '%.cmd')")
                .setDurable(true));
        return configuration;
    }

    private static AddressSettings addresses() {
        SimpleString dead = SimpleString.of("dead");
        return new AddressSettings()
                .setMaxSizeBytes(MEMORY_PER_ADDRESS)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                // Every run is an address of its own.
                .setAutoDeleteAddresses(true)
                // While the database is away a chunk is tried again and again.
                .setMaxDeliveryAttempts(-1)
                .setDeadLetterAddress(dead)
                .setExpiryAddress(dead);
    }

    private Map<String, Object> tls() {
        return Map.of(
                TransportConstants.SSL_ENABLED_PROP_NAME,
                true,
                TransportConstants.KEYSTORE_TYPE_PROP_NAME,
                "PKCS12",
                TransportConstants.KEYSTORE_PATH_PROP_NAME,
                settings.keyStore(),
                TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                settings.keyStorePassword());
    }

    private TransportConfiguration acceptor(String name, int port, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, port);
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, MQTTProtocolManagerFactory.MQTT_PROTOCOL_NAME);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                parameters,
                name,
                Map.of("defaultMqttSessionExpiryInterval", SESSION_DAYS_SECONDS));
    }
}
