package org.jianzheng.acquisition.ingest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.acquisition.broker.MachineLine;
import org.jianzheng.acquisition.broker.MachineLine.Answer;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.kernel.StoredJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the platform tells machines, as the wire contract says it. Told after the transaction has committed: what a machine
 * hears is so. What is lost on the way is told again when it asks again.
 */
@Component
public class MachineAnswers {

    private static final int MOST_RESENT = 500;
    /** Told again meanwhile; for a machine that is away it must not pile up. */
    private static final Duration OPEN_HOLDS = Duration.ofMinutes(10);

    private static final String OPEN = "open";

    // The line reads through what answers through the line.
    private final ObjectProvider<MachineLine> line;

    MachineAnswers(ObjectProvider<MachineLine> line) {
        this.line = line;
    }

    /** An operator has opened the run on it. */
    public void open(Run run) {
        open(run.parties().labCode(), run.equipment(), run.id(), run.mark(), run.method());
    }

    public void open(String labCode, String equipment, String runId, String specimen, String method) {
        Map<String, Object> opened = new LinkedHashMap<>();
        opened.put("specimen", specimen);
        opened.put("method", method);
        tell(labCode, equipment, runId, OPEN, opened);
    }

    /** Only now may the machine's spool drop it. */
    void accepted(Run run) {
        tell(run, "accepted", true);
    }

    void resend(Run run, List<Integer> seqs) {
        tell(run, "resend", seqs.size() <= MOST_RESENT ? seqs : seqs.subList(0, MOST_RESENT));
    }

    void refused(String labCode, String equipment, String runId, String reason) {
        tell(labCode, equipment, runId, "refused", reason);
    }

    private void tell(Run run, String word, Object value) {
        tell(run.parties().labCode(), run.equipment(), run.id(), word, value);
    }

    /** One word of the contract. */
    public void tell(String labCode, String equipment, String runId, String word, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("runId", runId);
        body.put(word, value);
        Duration holds = word.equals(OPEN) ? OPEN_HOLDS : Duration.ZERO;
        afterCommit(new Answer(labCode, equipment, StoredJson.write(body), holds));
    }

    @SuppressWarnings("unchecked")
    private void afterCommit(Answer answer) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            line.getObject().tell(Set.of(answer));
            return;
        }
        Set<Answer> waiting = (Set<Answer>) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            waiting = new LinkedHashSet<>();
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(waiting));
        }
        waiting.add(answer);
    }

    private final class AfterCommit implements TransactionSynchronization {

        private final Set<Answer> waiting;

        AfterCommit(Set<Answer> waiting) {
            this.waiting = waiting;
        }

        @Override
        public void afterCommit() {
            line.getObject().tell(waiting);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(MachineAnswers.this);
        }
    }
}
