package org.jianzheng.face;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns, once, of photos that a person has to look at and nobody has for a day: what nobody looks at is not passed in silence. */
@Component
class FaceReminders {

    private static final Duration LOOKED_WITHIN = Duration.ofHours(24);
    private static final int AT_ONCE = 100;

    private final ComparisonStore store;
    private final FaceWarnings warnings;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FaceReminders(
            ComparisonStore store,
            FaceWarnings warnings,
            Ledger ledger,
            Identity identity,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.warnings = warnings;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
        this.transaction = transaction;
    }

    void run() {
        List<String> unseen = store.unseen(CityTime.now(clock).minus(LOOKED_WITHIN), PageRequest.ofSize(AT_ONCE));
        unseen.forEach(id -> identity.as(
                Person.SYSTEM,
                () -> transaction.execute(status -> {
                    store.findById(id)
                            .filter(comparison -> comparison.state() == ComparisonState.HUMAN
                                    || comparison.state() == ComparisonState.WAITING)
                            .ifPresent(this::remind);
                    return id;
                })));
    }

    private void remind(FaceComparison comparison) {
        Instant now = CityTime.now(clock);
        comparison.overdue(now);
        store.save(comparison);
        ComparisonView view = comparison.view();
        ledger.append(Ledger.Fact.of(
                "face.overdue", comparison.ledgerSubject(), view.subject().caseId(), Map.of("at", now.toString())));
        warnings.overdue(view);
    }
}
