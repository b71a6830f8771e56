package org.jianzheng.credit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.WorkingDays;
import org.springframework.stereotype.Component;

/** What {@code credit-entry.bpmn} does with an entry: telling, hearing, deciding, letting it run out. */
@Component
class EntryProceedings {

    private static final int DAYS_TO_APPEAL = 10;
    private static final int DAYS_TO_DECIDE = 20;
    private static final int LONGEST_REASON = 2000;

    private final WorkingDays workingDays;
    private final Notices notices;
    private final DisplayNames names;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    EntryProceedings(
            WorkingDays workingDays,
            Notices notices,
            DisplayNames names,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.workingDays = workingDays;
        this.notices = notices;
        this.names = names;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    void tell(CreditEntry entry) {
        if (!entry.isOpen()) {
            return;
        }
        Instant now = CityTime.now(clock);
        entry.told(now, workingDays.endOfDayAfter(now, DAYS_TO_APPEAL));
        record(
                entry,
                "credit.notified",
                null,
                Map.of("appealUntil", entry.appealUntil().toString()));
        String text = "%s，拟记 %s 分。如有异议，请在 %s 前由 %s 的负责人提出申诉并说明理由；逾期不申诉即生效。"
                .formatted(
                        entry.sanction().title(),
                        PointsText.text(entry.sanction().points()),
                        CityTime.deadline(entry.appealUntil()),
                        names.employer(entry.house().path()));
        tell(entry, entry.house().path(), "told", "信用记分告知：" + entry.sanction().title(), text);
    }

    /** The house's answer: {@code decision} ACCEPT or APPEAL, with a {@code reason}. */
    void answer(CreditEntry entry, FormValues form) {
        Person person = identity.acting();
        if (!person.groups().contains(entry.house().desk())) {
            throw new RuleBroken("credit.person.otherHouse");
        }
        Instant now = CityTime.now(clock);
        if (form.choice("decision", "ACCEPT", "APPEAL").equals("ACCEPT")) {
            entry.accept(person, now);
            record(entry, "credit.accepted", null, inForce(entry));
            return;
        }
        form.required("reason");
        String reason = form.text("reason", LONGEST_REASON);
        entry.appeal(reason, person, now, workingDays.endOfDayAfter(now, DAYS_TO_DECIDE));
        record(
                entry,
                "credit.appealed",
                reason,
                Map.of("decideUntil", entry.decideUntil().toString()));
        String text = "%s 对“%s”提出申诉，请在 %s 前作出决定；逾期未决定的不予记入。"
                .formatted(
                        names.employer(entry.house().path()),
                        entry.sanction().title(),
                        CityTime.deadline(entry.decideUntil()));
        tell(
                entry,
                "station",
                "appealed",
                "信用记分申诉：" + names.employer(entry.house().path()),
                text);
    }

    void silence(CreditEntry entry) {
        if (entry.isOpen()) {
            entry.passInSilence(CityTime.now(clock));
            record(entry, "credit.effective", null, inForce(entry));
        }
    }

    /** The station's decision: UPHOLD or DISMISS, with a {@code reason}; not by whom the entry goes back to. */
    void decide(CreditEntry entry, FormValues form) {
        Person person = identity.acting();
        if (!person.ofStation()) {
            throw new RuleBroken("credit.person.notStation");
        }
        String decision = form.choice("decision", "UPHOLD", "DISMISS");
        form.required("reason");
        String reason = form.text("reason", LONGEST_REASON);
        Instant now = CityTime.now(clock);
        if (decision.equals("UPHOLD")) {
            entry.uphold(reason, person, now);
            record(entry, "credit.upheld", reason, inForce(entry));
        } else {
            entry.reverse(reason, person, now);
            record(entry, "credit.reversed", reason, Map.of());
        }
        String outcome = decision.equals("UPHOLD") ? "维持，自 " + entry.weight().effectiveOn() + " 起生效" : "不予记入";
        tell(
                entry,
                entry.house().path(),
                "decided",
                "信用记分申诉决定：" + outcome,
                entry.sanction().title() + "。理由：" + reason);
    }

    void lapse(CreditEntry entry) {
        if (entry.isOpen()) {
            entry.lapseUndecided(CityTime.now(clock));
            record(entry, "credit.dismissed", CreditEntry.LAPSED, Map.of());
        }
    }

    void expire(CreditEntry entry) {
        if (entry.isOpen()) {
            entry.expire(CityTime.today(clock));
            record(entry, "credit.expired", null, Map.of());
        }
    }

    /** When its term ends: 0:00 in the city of the first day it no longer counts. */
    static String termEnds(CreditEntry entry) {
        LocalDate day = entry.weight().expiresOn();
        return day.atStartOfDay(CityTime.ZONE).toInstant().toString();
    }

    private static Map<String, ?> inForce(CreditEntry entry) {
        var weight = entry.weight();
        return Map.of(
                "effectiveOn", weight.effectiveOn().toString(),
                "expiresOn", weight.expiresOn().toString());
    }

    private void record(CreditEntry entry, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, entry.ledgerSubject(), entry.id(), reason, content));
    }

    private void tell(CreditEntry entry, String to, String what, String title, String text) {
        notices.send(new Notice(
                "credit:" + entry.id() + ":" + what, to, title, text, "/credit/entries/" + entry.id(), entry.id()));
    }

    /** What both forms show. */
    Map<String, Object> sheet(CreditEntry entry) {
        var view = entry.view(names.employer(entry.house().path()));
        var sheet = new HashMap<String, Object>();
        sheet.put("house", view.houseName());
        sheet.put("code", view.rule().code());
        sheet.put("title", view.rule().title());
        sheet.put("points", PointsText.text(view.rule().points()));
        sheet.put("months", view.rule().months());
        sheet.put("veto", view.rule().veto());
        sheet.put("happenedAt", CityTime.minute(view.event().happenedAt()));
        sheet.put("appealUntil", CityTime.deadline(view.appeal().appealUntil()));
        sheet.put("appealReason", view.appealed() ? view.appeal().appealReason() : "");
        sheet.put("answeredBy", view.appealed() ? view.appeal().answeredBy() : "");
        sheet.put("decideUntil", CityTime.deadline(view.appeal().decideUntil()));
        sheet.put("link", view.event().link());
        sheet.put("page", "/credit/entries/" + view.id());
        return sheet;
    }
}
