package org.jianzheng.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.report.ReportRecalled;
import org.jianzheng.reporting.report.ReportReplaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An evaluation whose report was recalled or replaced is outdated from that moment on, in the same transaction. */
@Component
class ReportEndings {

    private final EvaluationStore store;
    private final Ledger ledger;

    ReportEndings(EvaluationStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @EventListener
    void on(ReportRecalled event) {
        outdate(event.reportNo(), event.caseId(), event.voided() ? "VOIDED" : "RECALLED", event.reason(), event.at());
    }

    @EventListener
    void on(ReportReplaced event) {
        outdate(event.reportNo(), event.caseId(), "REPLACED", event.reason(), event.at());
    }

    private void outdate(String reportNo, String caseId, String how, String reason, Instant at) {
        for (String no : store.counting(List.of(reportNo))) {
            store.change(no, EvaluationStore.OUTDATED, reportNo, at);
            ledger.append(new Ledger.Fact(
                    null,
                    EvaluationProofs.OUTDATED,
                    EvaluationStore.subject(no),
                    caseId,
                    reason,
                    Map.of("evaluationNo", no, "reportNo", reportNo, "how", how)));
        }
    }
}
