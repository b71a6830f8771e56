package org.jianzheng.acquisition.checking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warns of how a run came about: chunks that conflict, data that stay away or are not taken, a run that was broken off. In
 * the transaction in which it happens: whichever node dies, nothing is stored of which nobody was warned. Of one run there is
 * only one transaction at a time, which holds its row; where two nodes warn of one machine in the same moment, what one of
 * them took in is taken in once more.
 */
@Component
class RunWarnings {

    private static final int MOST_NUMBERS = 20;

    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    private static final Duration LONG_AFTER = Duration.ofHours(24);

    private final RunStore runs;
    private final Warnings warnings;
    private final ChineseText texts;
    private final Identity identity;
    private final Clock clock;

    RunWarnings(RunStore runs, Warnings warnings, ChineseText texts, Identity identity, Clock clock) {
        this.runs = runs;
        this.warnings = warnings;
        this.texts = texts;
        this.identity = identity;
        this.clock = clock;
    }

    @EventListener
    void on(RunEvents.Conflicting conflict) {
        raise(conflict.runId(), "conflict", WarningSeverity.WARN, numbers(conflict.seqs()));
    }

    private static String numbers(List<Integer> seqs) {
        String first = seqs.stream().limit(MOST_NUMBERS).map(String::valueOf).collect(Collectors.joining("、"));
        return seqs.size() <= MOST_NUMBERS ? first : first + "……（共 " + seqs.size() + " 个）";
    }

    @EventListener
    void on(RunEvents.Incomplete incomplete) {
        raise(incomplete.runId(), "incomplete", WarningSeverity.WARN, incomplete.reason());
    }

    // Broken off after data had come, a specimen may be typed that a machine had measured otherwise.
    @EventListener
    void on(RunEvents.BrokenOff broken) {
        raise(
                broken.runId(),
                broken.begun() ? "brokenOff" : "notBegun",
                broken.begun() ? WarningSeverity.WARN : WarningSeverity.INFO,
                broken.reason());
    }

    // A host that sets its clock back makes a test of today one of before.
    @EventListener
    void on(RunEvents.UsedAfterRevocation used) {
        raise(used.runId(), "revoked", WarningSeverity.WARN, CityTime.second(used.revokedAt()));
    }

    // At once, the platform was there: the person could have been, too. Long after, only the machine's clock says when
    // it was.
    @EventListener
    void on(RunEvents.PermitUsed used) {
        Duration late = Duration.between(used.startedAt(), used.arrivedAt());
        if (late.compareTo(AT_ONCE) < 0) {
            raise(used.runId(), "permitOnline", WarningSeverity.WARN, CityTime.second(used.arrivedAt()));
        } else if (late.compareTo(LONG_AFTER) > 0) {
            raise(used.runId(), "permitLate", WarningSeverity.WARN, CityTime.second(used.startedAt()));
        }
    }

    @EventListener
    void on(RunEvents.PermitUnused unused) {
        String rule = "acquisition.sent.permitUnused";
        raise(new NewWarning(
                "permit:" + unused.runId() + ":unused",
                rule,
                new NewWarning.Subject("permit", unused.permitId(), "/permits/" + unused.permitId()),
                unused.labCode(),
                unused.caseId(),
                WarningSeverity.WARN,
                texts.text(rule, unused.sampleNo(), unused.position()),
                Map.of("permit", unused.permitId(), "sample", unused.sampleNo())));
    }

    private void raise(String runId, String what, WarningSeverity severity, String evidence) {
        RunView run = runs.findById(runId).orElseThrow().view();
        String rule = "acquisition.sent." + what;
        raise(new NewWarning(
                "run:" + runId + ":" + what,
                rule,
                new NewWarning.Subject("run", runId, "/runs/" + runId),
                run.parties().labCode(),
                run.caseId(),
                severity,
                texts.text(rule, evidence),
                Map.of(what, evidence)));
    }

    /** Once of a machine and a version. */
    @EventListener
    void on(RunEvents.Unvalidated unvalidated) {
        String rule = "acquisition.sent.unvalidated";
        raise(new NewWarning(
                "machine:%s:%s".formatted(unvalidated.equipment(), DigestUtils.sha256Hex(unvalidated.software())),
                rule,
                new NewWarning.Subject("machine", unvalidated.equipment(), "/equipment/" + unvalidated.equipment()),
                unvalidated.labCode(),
                null,
                WarningSeverity.INFO,
                texts.text(rule, unvalidated.equipment(), unvalidated.software()),
                Map.of("equipment", unvalidated.equipment(), "software", unvalidated.software())));
    }

    /** Once a day of a machine and a kind: a host that is set up wrong repeats itself. */
    @EventListener
    void on(RunEvents.Quarantined refused) {
        raise(
                new Sent(refused.labCode(), refused.equipment(), kind(refused)),
                "refused",
                texts.text("acquisition.sent.refused", refused.equipment(), refused.runId(), refused.detail()),
                Map.of("run", refused.runId(), "why", refused.why(), "detail", refused.detail()));
    }

    @EventListener
    void on(RunEvents.QuarantineFull full) {
        raise(
                new Sent(full.labCode(), full.equipment(), "FULL"),
                "tooMuch",
                texts.text("acquisition.sent.tooMuch", full.equipment()),
                Map.of("equipment", full.equipment()));
    }

    // Of a permit each is told: a bad one in the morning must not hide a second curve in the afternoon.
    private static String kind(RunEvents.Quarantined refused) {
        return refused.why().equals("PERMIT") ? "PERMIT:" + refused.runId() : refused.why();
    }

    private record Sent(String labCode, String equipment, String kind) {}

    private void raise(Sent sent, String what, String sentence, Map<String, String> evidence) {
        raise(new NewWarning(
                String.join(
                        ":",
                        "machine",
                        sent.equipment(),
                        sent.kind(),
                        CityTime.today(clock).toString()),
                "acquisition.sent." + what,
                new NewWarning.Subject("machine", sent.equipment(), "/equipment/" + sent.equipment()),
                sent.labCode(),
                null,
                WarningSeverity.WARN,
                sentence,
                evidence));
    }

    private void raise(NewWarning warning) {
        identity.as(Person.SYSTEM, () -> warnings.raise(warning));
    }
}
