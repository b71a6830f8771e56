package org.jianzheng.records.nightly;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through all checks, one after the other, a page in a transaction. Progress is kept in the database under a lock: one
 * node at a time reads a page, any node goes on with the next, and a run that was cut off is continued.
 */
@Service
public class NightlyChecks {

    private final List<NightlyCheck> checks;
    private final NightlyStore store;
    private final NightlyAlarm alarm;
    private final NightlySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NightlyChecks(
            List<NightlyCheck> checks,
            NightlyStore store,
            NightlyAlarm alarm,
            NightlySettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.checks =
                checks.stream().sorted(Comparator.comparing(NightlyCheck::name)).toList();
        this.store = store;
        this.alarm = alarm;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One page of the run that is due or under way. @return whether there may be more to read now */
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            if (!store.lock()) {
                return false;
            }
            Optional<NightlyProgress> at = current();
            if (at.isEmpty() && isDone(due())) {
                return false;
            }
            read(at.orElseGet(this::beginning));
            return true;
        }));
    }

    /**
     * Begins a run now, unless one is under way. It is read by whichever node comes first.
     *
     * @throws RuleBroken where another node is reading or beginning one at this moment, which may show only when it is done
     */
    public void begin() {
        transaction.executeWithoutResult(tx -> {
            if (!store.lock()) {
                throw new RuleBroken("records.checks.busy");
            }
            if (current().isEmpty()) {
                store.progress(beginning());
            }
        });
    }

    /** When the run began that is under way. */
    public Optional<Instant> underWay() {
        return current().map(NightlyProgress::runAt);
    }

    /** What is under way, at a check that this version has. */
    private Optional<NightlyProgress> current() {
        return store.progress().filter(one -> check(one.check()).isPresent());
    }

    private NightlyProgress beginning() {
        Instant now = CityTime.now(clock);
        return NightlyProgress.beginning(now, checks.get(0).name(), now);
    }

    private void read(NightlyProgress at) {
        NightlyCheck check = check(at.check()).orElseThrow();
        NightlyCheck.Page page = check.read(at.last(), settings.records());
        page.mismatches().stream()
                .limit(Math.max(0, NightlyStore.KEPT - at.mismatches()))
                .forEach(one -> store.keep(new FoundMismatch(
                        at.runAt(),
                        at.check(),
                        cut(one.subject()),
                        cut(one.record()),
                        one.what(),
                        CityTime.now(clock))));
        NightlyProgress now = at.after(page);
        if (page.ended()) {
            end(now, check);
        } else {
            store.progress(now);
        }
    }

    private void end(NightlyProgress at, NightlyCheck check) {
        Instant now = CityTime.now(clock);
        NightlyOutcome outcome = new NightlyOutcome(
                at.runAt(), at.check(), at.begunAt(), now, at.first(), at.last(), at.counted(), at.mismatches());
        store.keep(outcome);
        if (outcome.mismatches() > 0) {
            alarm.found(outcome, store.mismatches(at.runAt(), at.check(), NightlyAlarm.SHOWN));
        }
        int next = checks.indexOf(check) + 1;
        if (next < checks.size()) {
            store.progress(
                    NightlyProgress.beginning(at.runAt(), checks.get(next).name(), now));
        } else {
            store.rest();
        }
    }

    private Optional<NightlyCheck> check(String name) {
        return checks.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The last run that went through every check; empty where there was none yet. */
    public List<NightlyOutcome> latest() {
        return store.lastWhole(checks.stream().map(NightlyCheck::name).collect(Collectors.toSet()), clock.instant());
    }

    private boolean isDone(Instant due) {
        return latest().stream().anyMatch(one -> !one.runAt().isBefore(due));
    }

    /** When the newest run that should be there was due. */
    Instant due() {
        LocalDateTime today = CityTime.today(clock).atTime(settings.at());
        Instant at = today.atZone(CityTime.ZONE).toInstant();
        return at.isAfter(clock.instant())
                ? today.minusDays(1).atZone(CityTime.ZONE).toInstant()
                : at;
    }

    /** What a run found; pages count from 0. */
    public Paged<FoundMismatch> mismatches(Instant runAt, int page, int size) {
        return store.mismatches(runAt, page, size);
    }

    private static String cut(String text) {
        return text == null || text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
