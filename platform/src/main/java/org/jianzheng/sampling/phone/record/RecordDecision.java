package org.jianzheng.sampling.phone.record;

import java.util.Optional;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.sampling.site.RecordOutcome;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a record that is to be trusted: it completes its task, or is kept with why it did not. */
@Component
class RecordDecision {

    /** Nothing is wrong with the record: it is sent again. */
    private static final Set<String> LATER = Set.of("workflow.task.busy", "workflow.task.suspended");

    private static final Set<String> GONE =
            Set.of("workflow.task.done", "workflow.task.doneByYou", "workflow.task.unknown");

    private final RecordStore store;
    private final RecordCompletion completion;
    private final RecordNotices notices;
    private final ChineseText wording;
    private final TransactionTemplate transaction;

    RecordDecision(
            RecordStore store,
            RecordCompletion completion,
            RecordNotices notices,
            ChineseText wording,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.completion = completion;
        this.notices = notices;
        this.wording = wording;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RuleBroken where it has to be tried again later */
    RecordAnswer complete(ArrivedRecord arrival) {
        try {
            return completion.complete(arrival);
        } catch (DuplicateKeyException sentTwice) {
            return store.decided(arrival.by().username(), arrival.record().id().toString(), arrival.sha256())
                    // Another record that was on its way at the same moment had one of its photos.
                    .orElseGet(() -> keep(arrival, RecordOutcome.REFUSED, "sampling.record.photoUsed"));
        } catch (RuleBroken refused) {
            if (LATER.contains(refused.code())) {
                throw refused;
            }
            boolean gone = arrival.caseKnown() && GONE.contains(refused.code());
            return gone
                    ? keep(arrival, RecordOutcome.EVIDENCE, "sampling.record.taskGone")
                    : keep(arrival, RecordOutcome.REFUSED, refused.code(), refused.arguments());
        }
    }

    RecordAnswer keep(ArrivedRecord arrival, RecordOutcome outcome, String code, Object... arguments) {
        String id = arrival.record().id().toString();
        String reason = wording.text(code, arguments);
        try {
            return transaction.execute(status -> {
                Optional<RecordAnswer> before = store.decided(arrival.by().username(), id, arrival.sha256());
                if (before.isPresent()) {
                    return before.get();
                }
                store.add(arrival, outcome, null, reason);
                notices.kept(arrival, outcome, code, reason);
                return RecordAnswer.of(id, outcome, reason);
            });
        } catch (DuplicateKeyException sentTwice) {
            return store.decided(arrival.by().username(), id, arrival.sha256()).orElseThrow(() -> sentTwice);
        }
    }
}
