package org.jianzheng.acquisition.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.acquisition.broker.Arrivals;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What machines send enters here. One message that cannot be handled never holds up the others: it is kept apart. While the
 * database is away everything waits in the broker.
 */
@Component
class Ingest implements Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    private final PermittedBegins permitted;
    private final ChunkReceiver receiver;
    private final SensorReceiver sensors;
    private final MachineValidation validation;
    private final Quarantine quarantine;
    private final Identity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ingest(
            PermittedBegins permitted,
            ChunkReceiver receiver,
            SensorReceiver sensors,
            MachineValidation validation,
            Quarantine quarantine,
            Identity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.permitted = permitted;
        this.receiver = receiver;
        this.sensors = sensors;
        this.validation = validation;
        this.quarantine = quarantine;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void take(List<Arrival> arrived) {
        List<Arrival> batch = arrived.stream().filter(one -> !isOfTrial(one)).toList();
        identity.as(Person.SYSTEM, () -> {
            try {
                receive(batch);
            } catch (RuntimeException e) {
                if (isPassing(e)) {
                    throw e;
                }
                log.warn("A batch of {} messages of machines is taken one by one: {}", batch.size(), e.toString());
                batch.forEach(this::takeOne);
            }
            return null;
        });
    }

    // A trial that fails holds up nobody's data, and costs nobody any.
    private boolean isOfTrial(Arrival arrival) {
        try {
            return arrival.isFromItsMachine() && validation.takes(arrival);
        } catch (RuntimeException e) {
            log.error("A message of a trial could not be looked at, {}", arrival.address(), e);
            return false;
        }
    }

    private void takeOne(Arrival arrival) {
        try {
            receive(List.of(arrival));
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            log.error("A message of a machine could not be handled, {}", arrival.address(), e);
            keepApart(arrival, e.toString());
        }
    }

    private void keepApart(Arrival arrival, String fault) {
        Instant now = CityTime.now(clock);
        try {
            transaction.executeWithoutResult(status -> quarantine.keep(arrival, Quarantine.Why.FAULT, fault, now));
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            // What cannot be warned of must not hold up the line either.
            log.error("Nobody could be warned of it", e);
            quarantine.keepUntold(arrival, Quarantine.Why.FAULT, fault, now);
        }
    }

    private void receive(List<Arrival> batch) {
        Map<Boolean, List<Arrival>> bySensor =
                batch.stream().collect(Collectors.partitioningBy(one -> MachineTopic.isEnvironment(one.address())));
        Map<String, String> unpermitted = permitted.open(bySensor.get(false));
        transaction.executeWithoutResult(status -> {
            receiver.receive(bySensor.get(false), unpermitted);
            sensors.receive(bySensor.get(true));
        });
    }

    private static boolean isPassing(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof TransactionException;
    }
}
