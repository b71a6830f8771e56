package org.jianzheng.acquisition.checking;

import java.time.Clock;
import java.util.Map;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns of how a run came about: chunks that conflict, data that stay away or are not taken, a run that was broken off. After
 * the transaction it happened in, so that two nodes that warn of the same never undo what one of them stored.
 */
@Component
class RunWarnings {

    private static final Logger log = LoggerFactory.getLogger(RunWarnings.class);

    private final RunStore runs;
    private final Warnings warnings;
    private final ChineseText texts;
    private final Identity identity;
    private final TransactionTemplate alone;
    private final Clock clock;

    RunWarnings(
            RunStore runs,
            Warnings warnings,
            ChineseText texts,
            Identity identity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.warnings = warnings;
        this.texts = texts;
        this.identity = identity;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @TransactionalEventListener
    void on(RunEvents.Conflicting conflict) {
        raise(
                conflict.runId(),
                "conflict",
                WarningSeverity.WARN,
                conflict.seqs().toString());
    }

    @TransactionalEventListener
    void on(RunEvents.Incomplete incomplete) {
        raise(incomplete.runId(), "incomplete", WarningSeverity.WARN, incomplete.reason());
    }

    // Broken off after data had come, a specimen may be typed that a machine had measured otherwise.
    @TransactionalEventListener
    void on(RunEvents.BrokenOff broken) {
        raise(
                broken.runId(),
                broken.begun() ? "brokenOff" : "notBegun",
                broken.begun() ? WarningSeverity.WARN : WarningSeverity.INFO,
                broken.reason());
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
    @TransactionalEventListener
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
    @TransactionalEventListener
    void on(RunEvents.Quarantined refused) {
        String key = String.join(
                ":",
                "machine",
                refused.equipment(),
                refused.why(),
                CityTime.today(clock).toString());
        raise(new NewWarning(
                key,
                "acquisition.sent.refused",
                new NewWarning.Subject("machine", refused.equipment(), "/equipment/" + refused.equipment()),
                refused.labCode(),
                null,
                WarningSeverity.WARN,
                texts.text("acquisition.sent.refused", refused.equipment(), refused.runId(), refused.detail()),
                Map.of("run", refused.runId(), "why", refused.why(), "detail", refused.detail())));
    }

    private void raise(NewWarning warning) {
        try {
            identity.as(Person.SYSTEM, () -> alone.execute(status -> warnings.raise(warning)));
        } catch (RuntimeException e) {
            log.error("Warning {} could not be raised", warning.key(), e);
        }
    }
}
