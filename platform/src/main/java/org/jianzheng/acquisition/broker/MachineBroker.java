package org.jianzheng.acquisition.broker;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
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
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jianzheng.acquisition.login.MachineLogins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The broker inside: MQTT with login only, everything acknowledged is on disk. It opens no port of the core protocol; the
 * platform reads it in this process.
 */
@Component
class MachineBroker implements SmartLifecycle {

    /** Before what reads from it, after it at the end. */
    static final int PHASE = 1000;

    static final String PLATFORM = "platform";

    private static final Logger log = LoggerFactory.getLogger(MachineBroker.class);

    private static final int SECRET_BYTES = 24;
    private static final long MEMORY_PER_ADDRESS = 50L << 20;
    private static final int SESSION_DAYS_SECONDS = 7 * 24 * 60 * 60;

    private final BrokerSettings settings;
    private final MachineLogins logins;
    private final String secret = secret();
    private volatile EmbeddedActiveMQ broker;

    MachineBroker(BrokerSettings settings, MachineLogins logins) {
        this.settings = settings;
        this.logins = logins;
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** How the platform itself proves itself; new at every start. */
    String platformSecret() {
        return secret;
    }

    /** Number by which it is reached in this process; one for each that runs here. */
    int number() {
        return System.identityHashCode(this);
    }

    @Override
    public void start() {
        if (!settings.enabled() || settings.isOutside()) {
            return;
        }
        EmbeddedActiveMQ starting = new EmbeddedActiveMQ();
        starting.setConfiguration(configuration());
        starting.setSecurityManager(new MachineRights(logins, PLATFORM, secret));
        String where = "folder " + settings.folder() + ", port " + settings.port();
        try {
            starting.start();
        } catch (Exception e) {
            throw new IllegalStateException("The broker of testing machines does not start: " + where, e);
        }
        // It logs what went wrong and returns.
        if (!starting.getActiveMQServer().isActive()) {
            throw new IllegalStateException("The broker of testing machines did not start: " + where);
        }
        broker = starting;
        log.info("Testing machines reach the platform by MQTT at {}:{}", settings.host(), settings.port());
    }

    private Configuration configuration() {
        ConfigurationImpl configuration = new ConfigurationImpl();
        String folder = settings.folder().toAbsolutePath().toString();
        configuration
                .setName("jianzheng-" + number())
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setPagingDirectory(folder + "/paging")
                .setLargeMessagesDirectory(folder + "/large")
                .setJournalType(JournalType.NIO)
                // An acknowledged chunk is a stored chunk.
                .setJournalDatasync(true)
                .setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", number()), "platform"));
        if (settings.port() != 0) {
            configuration.addAcceptorConfiguration(acceptor("mqtt", settings.port(), Map.of()));
        }
        if (settings.tlsPort() != 0) {
            configuration.addAcceptorConfiguration(acceptor(
                    "mqtts",
                    settings.tlsPort(),
                    Map.of(
                            TransportConstants.SSL_ENABLED_PROP_NAME,
                            true,
                            TransportConstants.KEYSTORE_TYPE_PROP_NAME,
                            "PKCS12",
                            TransportConstants.KEYSTORE_PATH_PROP_NAME,
                            settings.keyStore(),
                            TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                            settings.keyStorePassword())));
        }
        configuration.setIncomingInterceptorClassNames(List.of(PacketLimit.class.getName()));
        SimpleString dead = SimpleString.of("dead");
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setMaxSizeBytes(MEMORY_PER_ADDRESS)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        .setAutoCreateAddresses(true)
                        .setAutoCreateQueues(true)
                        // Every run is an address of its own.
                        .setAutoDeleteAddresses(true)
                        // While the database is away a chunk is tried again and again.
                        .setMaxDeliveryAttempts(-1)
                        .setDeadLetterAddress(dead)
                        .setExpiryAddress(dead));
        configuration.addQueueConfiguration(QueueConfiguration.of(MachineLine.QUEUE)
                .setAddress(MachineTopic.PREFIX + "#")
                .setRoutingType(RoutingType.MULTICAST)
                // What a machine is told is none of it.
                .setFilterString("NOT (AMQAddress LIKE '%.cmd')")
                .setDurable(true));
        return configuration;
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

    /** A machine whose secret changed has to prove itself anew. */
    void cutOff(String equipment) {
        EmbeddedActiveMQ running = broker;
        if (running != null) {
            try {
                running.getActiveMQServer().getActiveMQServerControl().closeConnectionsForUser(equipment);
            } catch (Exception e) {
                log.warn("Connections of machine {} could not be closed", equipment, e);
            }
        }
    }

    @Override
    public void stop() {
        EmbeddedActiveMQ running = broker;
        broker = null;
        if (running != null) {
            try {
                running.stop();
            } catch (Exception e) {
                log.warn("The broker of testing machines did not stop in order", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return broker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
