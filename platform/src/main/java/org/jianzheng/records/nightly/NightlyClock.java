package org.jianzheng.records.nightly;

import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every minute, on every node, whether there is something to read; tests read themselves. */
@Component
@ConditionalOnProperty(name = "jianzheng.nightly.enabled", havingValue = "true", matchIfMissing = true)
class NightlyClock {

    private static final Logger log = LoggerFactory.getLogger(NightlyClock.class);

    private final NightlyChecks checks;
    private final Identity identity;

    NightlyClock(NightlyChecks checks, Identity identity) {
        this.checks = checks;
        this.identity = identity;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void run() {
        identity.as(Person.SYSTEM, this::read);
    }

    /** @return pages, until nothing is due, another node reads, or this one stops */
    private int read() {
        int pages = 0;
        try {
            while (!Thread.currentThread().isInterrupted() && checks.step()) {
                pages++;
            }
        } catch (RuntimeException e) {
            // The page is tried again in a minute; health says when a run is overdue.
            log.error("The nightly check could not go on", e);
        }
        return pages;
    }
}
