package org.jianzheng.acquisition.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads what machines sent and tells them what the platform answers, at the broker inside or at one outside. Messages are
 * taken in batches: one transaction stores them, then the broker may forget them.
 */
@Component
public class MachineLine implements SmartLifecycle {

    static final String QUEUE = "ingest";

    private static final Logger log = LoggerFactory.getLogger(MachineLine.class);

    /** Each batch is forced to the disk twice, by the database and by the broker. */
    private static final int LARGEST_BATCH = 1000;

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final long WAIT_MILLIS = 500;
    private static final long AFTER_FAULT_MILLIS = 1000;
    /** A broker that does not answer must not hold up whoever tells a machine something. */
    private static final long CALL_MILLIS = 10_000;

    private final BrokerSettings settings;
    private final MachineBroker broker;
    private final Arrivals arrivals;
    private volatile boolean running;
    private volatile boolean reading;
    private volatile long inHandSince;
    private volatile boolean behind;
    private Thread reader;
    private ServerLocator locator;
    private ClientSessionFactory answers;
    private ClientSession answering;
    private ClientProducer producer;

    MachineLine(BrokerSettings settings, MachineBroker broker, Arrivals arrivals) {
        this.settings = settings;
        this.broker = broker;
        this.arrivals = arrivals;
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        try {
            locator = ActiveMQClient.createServerLocator(
                    settings.isOutside() ? settings.url() : "vm://" + broker.number());
            // A send returns when the broker has it on disk.
            locator.setBlockOnDurableSend(true);
            locator.setCallTimeout(CALL_MILLIS);
        } catch (Exception e) {
            throw new IllegalStateException("No broker at " + settings.url(), e);
        }
        running = true;
        reader = new Thread(this::read, "machine-line");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        boolean told = false;
        while (running) {
            try (ClientSessionFactory factory = locator.createSessionFactory();
                    ClientSession session = session(factory, true)) {
                session.start();
                told = false;
                try (ClientConsumer consumer = session.createConsumer(QUEUE)) {
                    reading = true;
                    while (running) {
                        takeBatch(session, consumer);
                    }
                }
            } catch (Exception e) {
                reading = false;
                behind = false;
                if (running && !told) {
                    log.warn("Nothing can be read from machines; it is tried again: {}", e.toString());
                    told = true;
                }
                pause();
            }
        }
    }

    private ClientSession session(ClientSessionFactory factory, boolean sendsAtOnce) throws ActiveMQException {
        String user = settings.isOutside() ? settings.user() : MachineBroker.PLATFORM;
        String secret = settings.isOutside() ? settings.password() : broker.platformSecret();
        return factory.createSession(user, secret, false, sendsAtOnce, false, false, LARGEST_BATCH);
    }

    private void takeBatch(ClientSession session, ClientConsumer consumer) throws ActiveMQException {
        List<Arrival> batch = new ArrayList<>();
        ClientMessage message = consumer.receive(WAIT_MILLIS);
        inHandSince = message == null ? 0 : message.getTimestamp();
        int bytes = 0;
        while (message != null) {
            Arrival arrival = arrival(message);
            batch.add(arrival);
            bytes += arrival.bytes().length;
            message.acknowledge();
            message = batch.size() < LARGEST_BATCH && bytes < MOST_BYTES ? consumer.receiveImmediate() : null;
        }
        behind = batch.size() == LARGEST_BATCH || bytes >= MOST_BYTES;
        if (batch.isEmpty()) {
            return;
        }
        try {
            arrivals.take(batch);
            session.commit();
            inHandSince = 0;
        } catch (RuntimeException e) {
            log.warn("What machines sent could not be stored; it is tried again: {}", e.toString());
            session.rollback();
            pause();
        }
    }

    private static Arrival arrival(ClientMessage message) {
        byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
        message.getBodyBuffer().readBytes(bytes);
        return new Arrival(message.getAddress(), bytes, message.getValidatedUserID());
    }

    /**
     * One of the contract's answers.
     *
     * @param holds after which it need not be heard any more; zero where it always has to be
     */
    public record Answer(String labCode, String equipment, String json, Duration holds) {}

    /** Tells machines something; each hears it when it is connected, or was before with a session that lasts. */
    public synchronized void tell(Collection<Answer> told) {
        // One that cannot be sent takes none of the others with it: a refusal is said once.
        if (running && !sent(told) && told.size() > 1) {
            told.forEach(answer -> sent(List.of(answer)));
        }
    }

    private boolean sent(Collection<Answer> told) {
        try {
            if (answering == null || answering.isClosed()) {
                answers = locator.createSessionFactory();
                answering = session(answers, false);
                producer = answering.createProducer();
            }
            for (Answer answer : told) {
                producer.send(MachineTopic.commands(answer.labCode(), answer.equipment()), message(answer));
            }
            // Once for all of them: the broker forces each commit to the disk.
            answering.commit();
            return true;
        } catch (Exception e) {
            log.warn("{} answers could not be told to machines: {}", told.size(), e.toString());
            closeAnswers();
            return false;
        }
    }

    private ClientMessage message(Answer answer) {
        ClientMessage message = answering.createMessage(true);
        message.setRoutingType(RoutingType.MULTICAST);
        if (!answer.holds().isZero()) {
            message.setExpiration(System.currentTimeMillis() + answer.holds().toMillis());
        }
        message.getBodyBuffer().writeBytes(answer.json().getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** Whether what machines send is being read at this moment. */
    public boolean isReading() {
        return reading;
    }

    /** Whether more waits than is taken at once. */
    public boolean isBehind() {
        return behind;
    }

    /** Since when the oldest message that was read waits to be stored; empty where none does. */
    public Optional<Instant> waitingSince() {
        long since = inHandSince;
        return since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    }

    /** A machine whose secret changed has to prove itself anew. */
    public void cutOff(String equipment) {
        broker.cutOff(equipment);
    }

    private synchronized void closeAnswers() {
        if (answers != null) {
            answers.close();
        }
        answering = null;
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAULT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        reading = false;
        if (reader != null) {
            reader.interrupt();
            try {
                reader.join(5 * AFTER_FAULT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        closeAnswers();
        if (locator != null) {
            locator.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return MachineBroker.PHASE + 1;
    }
}
