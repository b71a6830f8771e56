package org.jianzheng.breach.expiry;

import static org.jianzheng.workflow.step.Milestone.EXPIRY_WARNED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.step.Begins;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns of what expires: 90, 30 and 7 days before, each once, however often the sweep runs. In the last week a laboratory
 * gets a task as well, which stays until somebody has answered it. After a sweep that was missed comes the warning that is
 * due now, not those that would have been.
 */
@Begins(value = "expiry-reminder", with = EXPIRY_WARNED)
@Component
public class Expiries implements CaseVisibility {

    private static final List<Integer> STEPS = List.of(7, 30, 90);
    private static final int LAST_WEEK = 7;
    private static final String PROCESS = "expiry-reminder";

    private final ExpiryQueries queries;
    private final ExpiryStore store;
    private final Notices notices;
    private final Processes processes;
    private final Ledger ledger;
    private final ChineseText wording;
    private final Identity identity;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Expiries(
            ExpiryQueries queries,
            ExpiryStore store,
            Notices notices,
            Processes processes,
            Ledger ledger,
            ChineseText wording,
            Identity identity,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.store = store;
        this.notices = notices;
        this.processes = processes;
        this.ledger = ledger;
        this.wording = wording;
        this.identity = identity;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** @return how many warnings had not been given before */
    public int warn() {
        LocalDate today = CityTime.today(clock);
        Set<String> warned = store.warned(today);
        List<Due> due = queries.within(today, STEPS.get(STEPS.size() - 1)).stream()
                .map(one -> new Due(one, (int) ChronoUnit.DAYS.between(today, one.until())))
                .filter(one -> !warned.contains(one.key()))
                .toList();
        due.forEach(this::warn);
        return due.size();
    }

    private record Due(Expiring thing, int left) {

        int step() {
            return STEPS.stream().filter(days -> left <= days).findFirst().orElseThrow();
        }

        String key() {
            return thing.key() + ":" + step();
        }

        boolean asTask() {
            return step() == LAST_WEEK && thing.ofLab();
        }
    }

    private void warn(Due due) {
        try {
            transaction.executeWithoutResult(status -> warnNow(due));
        } catch (DataIntegrityViolationException anotherNodeWasFaster) {
            // Its warning is as good as ours.
        }
    }

    private void warnNow(Due due) {
        Expiring thing = due.thing();
        Expiry expiry = new Expiry(thing, due.key(), CityTime.now(clock));
        String caseId = due.asTask() ? expiry.id() : null;
        ledger.append(new Ledger.Fact(
                null,
                "expiry.warned",
                expiry.ledgerSubject(),
                caseId,
                thing.what(),
                Map.of("until", thing.until().toString(), "days", due.step())));
        store.saveAndFlush(expiry);
        send(due, thing.ofLab() ? thing.house() + "/labadmin" : thing.house(), caseId);
        if (thing.kind() == Expiring.Kind.LAB || thing.kind() == Expiring.Kind.SCOPE) {
            send(due, "station/stationadmin", null);
        }
        if (due.asTask()) {
            processes.start(PROCESS, expiry.id(), Map.of("labCode", thing.labCode(), "what", thing.what()));
        }
    }

    private void send(Due due, String to, String caseId) {
        Expiring thing = due.thing();
        notices.send(new Notice(
                "expiry:" + due.key() + ":" + to,
                to,
                wording.text("expiry.title", thing.what(), due.left()),
                wording.text("expiry.text", thing.what(), thing.until(), due.left()),
                page(thing.kind()),
                caseId));
    }

    /** What the laboratory says it has done in the last week. */
    @Transactional
    public void answer(String id, FormValues form) {
        Expiry expiry = expiry(id);
        String said = form.choice("answer", "RENEWED", "STOPPED");
        String note = form.text("note", 400);
        expiry.answer(said, note, identity.acting().username(), CityTime.now(clock));
        ledger.append(new Ledger.Fact(
                null,
                "expiry.answered",
                expiry.ledgerSubject(),
                id,
                note.isEmpty() ? null : note,
                Map.of("answer", said)));
    }

    /** As its form shows it. */
    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String id) {
        Expiry expiry = expiry(id);
        return Map.of("what", expiry.what(), "until", expiry.untilDay().toString());
    }

    private Expiry expiry(String id) {
        return store.findById(id).orElseThrow(() -> new NotFound("expiry.unknown"));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String caseId) {
        Scope scope = identity.scope();
        return store.findById(caseId)
                .filter(one -> scope.kind() == Scope.Kind.ALL
                        || scope.kind() == Scope.Kind.LAB && one.house().equals("labs/" + scope.code()))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public String page(String caseId) {
        return page(expiry(caseId).kind());
    }

    private static String page(Expiring.Kind kind) {
        return switch (kind) {
            case LAB, SCOPE -> "/labs";
            case PERSON -> "/people";
            case EQUIPMENT -> "/equipment";
        };
    }
}
