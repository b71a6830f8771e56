package org.jianzheng.gate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the gate let pass with a warning, once for each case, point and thing it is about, and tells what it stopped
 * where the station's table calls it a breach: where the laboratory was at work on what it may not do. What is refused
 * before anything was done (a commission, an assignment, a person who may not sign) is a refusal and no more.
 */
@Component
public class GateWarnings {

    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final GateEvaluation gate;
    private final ApplicationEventPublisher events;
    private final Ledger ledger;
    private final Clock clock;

    GateWarnings(
            JdbcClient jdbc,
            OfficialRows official,
            GateEvaluation gate,
            ApplicationEventPublisher events,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.official = official;
        this.gate = gate;
        this.events = events;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A warning as the case shows it. */
    public record Warning(String point, String rule, String reason, Instant at) {}

    void keep(GateQuestion question, GateAnswer answer) {
        if (question.caseId() != null && answer.allowed()) {
            answer.warnings().forEach(finding -> warn(question, finding));
        }
        answer.findings().stream()
                .filter(finding -> question.labCode() != null && gate.isBreach(finding, question))
                .forEach(finding -> events.publishEvent(new WorkStopped(
                        question.labCode(),
                        finding.rule(),
                        finding.subject(),
                        finding.rule() == GateRule.LAB_CERTIFICATE ? null : question.item(),
                        finding.fact(),
                        question.caseId())));
    }

    private void warn(GateQuestion question, GateFinding finding) {
        if (isKept(question, finding)) {
            return;
        }
        String subject = "gate:" + question.caseId();
        official.insert(
                subject,
                "qualification_gate_warning",
                "case_id, point, rule_name, subject, reason, warned_at",
                question.caseId(),
                question.point().name(),
                finding.rule().name(),
                finding.subject(),
                finding.reason(),
                CityTime.utc(CityTime.now(clock)));
        ledger.append(new Ledger.Fact(
                null,
                "gate.warned",
                subject,
                question.caseId(),
                finding.reason(),
                Map.of("point", question.point().name(), "rule", finding.rule().name(), "about", finding.subject())));
    }

    private boolean isKept(GateQuestion question, GateFinding finding) {
        return jdbc.sql("SELECT COUNT(*) FROM qualification_gate_warning"
                                + " WHERE case_id = ? AND point = ? AND rule_name = ? AND subject = ?")
                        .params(
                                question.caseId(),
                                question.point().name(),
                                finding.rule().name(),
                                finding.subject())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Of a case, in the order they came. */
    List<Warning> of(String caseId) {
        return jdbc.sql("SELECT point, rule_name, reason, warned_at FROM qualification_gate_warning"
                        + " WHERE case_id = ? ORDER BY warned_at")
                .param(caseId)
                .query((row, n) -> new Warning(
                        row.getString(1), row.getString(2), row.getString(3), CityTime.instant(row, "warned_at")))
                .list();
    }
}
