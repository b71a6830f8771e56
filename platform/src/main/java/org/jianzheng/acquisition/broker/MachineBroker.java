package org.jianzheng.acquisition.broker;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jianzheng.acquisition.login.MachineLogins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
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
    /** Of three days in a city. */
    private static final int MOST_ADDRESSES = 25_000;

    private final BrokerSettings settings;
    private final MachineLogins logins;
    private final Clock clock;
    private final String secret = secret();
    private volatile EmbeddedActiveMQ broker;
    private volatile MachineRights rights;

    MachineBroker(BrokerSettings settings, MachineLogins logins, Clock clock) {
        this.settings = settings;
        this.logins = logins;
        this.clock = clock;
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
        if (settings.tlsPort() != 0) {
            MachineCertificate.require(settings, clock);
        }
        rights = new MachineRights(logins, PLATFORM, secret);
        EmbeddedActiveMQ starting = new EmbeddedActiveMQ();
        starting.setConfiguration(new BrokerConfiguration(settings, number()).build());
        starting.setSecurityManager(rights);
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
        log.info(
                "Testing machines reach the platform by MQTT at {}, port {}, TLS {}",
                settings.host(),
                settings.port() == 0 ? "none" : settings.port(),
                settings.tlsPort() == 0 ? "none" : settings.tlsPort());
    }

    /**
     * Begins anew in the night: the broker keeps an address for each run that was ever sent until it starts again. It takes a
     * second, and machines connect again by themselves.
     */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void beginAnew() {
        if (isUp() && addresses() > MOST_ADDRESSES) {
            stop();
            start();
        }
    }

    /** Of runs, and of what machines are told. */
    int addresses() {
        EmbeddedActiveMQ running = broker;
        return running == null
                ? 0
                : running.getActiveMQServer().getPostOffice().getAddresses().size();
    }

    /** A machine whose secret changed has to prove itself anew. */
    void cutOff(String equipment) {
        EmbeddedActiveMQ running = broker;
        if (running != null) {
            rights.forget(equipment);
            try {
                running.getActiveMQServer().getActiveMQServerControl().closeConnectionsForUser(equipment);
            } catch (Exception e) {
                log.warn("Connections of machine {} could not be closed", equipment, e);
            }
        }
    }

    /** Whether the broker inside works; false as well where there is none. */
    boolean isUp() {
        EmbeddedActiveMQ running = broker;
        return running != null && running.getActiveMQServer().isActive();
    }

    /** Whether it can keep what it acknowledges: beyond nine tenths of the disk it takes nothing in. */
    boolean canStore() {
        EmbeddedActiveMQ running = broker;
        return running != null
                && !running.getActiveMQServer().getPagingManager().isDiskFull()
                && Files.isWritable(settings.folder());
    }

    /** Since when the oldest message waits that nobody has read; empty where none does. */
    Optional<Instant> waitingSince() {
        return Optional.ofNullable(broker)
                .map(running -> running.getActiveMQServer().locateQueue(SimpleString.of(MachineLine.QUEUE)))
                .map(Queue::peekFirstMessage)
                .map(first -> Instant.ofEpochMilli(first.getMessage().getTimestamp()));
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
