package org.jianzheng.breach;

import static org.jianzheng.workflow.step.Milestone.BREACH_FOUND;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.gate.WorkStopped;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.step.Begins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens breaches: one for each laboratory, rule and subject at a time, however often it is found. */
@Begins(value = "qualification-breach", with = BREACH_FOUND)
@Component
public class BreachOpening {

    static final String PROCESS = "qualification-breach";

    private static final Logger LOG = LoggerFactory.getLogger(BreachOpening.class);

    private final BreachStore breaches;
    private final BreachActs acts;
    private final BreachPolicy policy;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Processes processes;
    private final Identity identity;
    private final Clock clock;
    private final TransactionTemplate apart;

    BreachOpening(
            BreachStore breaches,
            BreachActs acts,
            BreachPolicy policy,
            Numbers numbers,
            Ledger ledger,
            Processes processes,
            Identity identity,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.breaches = breaches;
        this.acts = acts;
        this.policy = policy;
        this.numbers = numbers;
        this.ledger = ledger;
        this.processes = processes;
        this.identity = identity;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Once the present transaction is over, whatever becomes of it: a refusal rolls back what was tried, and what it found
     * has to stay. Should the platform stop between the two, the nightly sweep finds it again.
     */
    @EventListener
    void openAfterwards(WorkStopped stopped) {
        FoundBreach found = FoundBreach.of(stopped);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                try {
                    open(found);
                } catch (RuntimeException e) {
                    LOG.error(
                            "A breach of {} by {} was found and could not be opened", found.rule(), found.labCode(), e);
                }
            }
        });
    }

    /** In a transaction of its own, as the platform. @return the breach's id, or empty where one is open already */
    public Optional<String> open(FoundBreach found) {
        try {
            return identity.as(Person.SYSTEM, () -> apart.execute(status -> openNow(found)));
        } catch (DataIntegrityViolationException anotherNodeWasFaster) {
            return Optional.empty();
        }
    }

    private Optional<String> openNow(FoundBreach found) {
        if (breaches.findByOpenKey(found.key()).isPresent()) {
            return Optional.empty();
        }
        Instant now = CityTime.now(clock);
        BreachTerms terms = policy.of(found.rule(), breaches.established(found.labCode(), found.rule(), aYearBefore()));
        String id = UUID.randomUUID().toString();
        Breach breach = new Breach(id, numbers.allocate("ZY", found.labCode()), found, terms, now);
        ledger.append(new Ledger.Fact(
                null,
                "breach.opened",
                breach.ledgerSubject(),
                id,
                found.reason(),
                Map.of(
                        "no", breach.breachNo(),
                        "lab", found.labCode(),
                        "rule", found.rule().name(),
                        "about", found.subject(),
                        "by", found.origin().name(),
                        "repeats", terms.repeats())));
        breaches.saveAndFlush(breach);
        acts.save(
                new BreachAct(id, BreachAct.Kind.FOUND, found.origin().name(), found.reason(), "", Person.SYSTEM, now));
        processes.start(PROCESS, id, Map.of("labCode", found.labCode()));
        return Optional.of(id);
    }

    private Instant aYearBefore() {
        LocalDate day = CityTime.today(clock).minusMonths(12);
        return day.atStartOfDay(CityTime.ZONE).toInstant();
    }
}
