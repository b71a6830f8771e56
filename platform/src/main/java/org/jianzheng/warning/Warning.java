package org.jianzheng.warning;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;

/** What looked wrong, what the laboratory said to it, what the station made of it; each once. */
@Entity
@Table(name = "raised_warning")
class Warning implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String warningKey;
    private String ruleName;
    private String subjectKind;
    private String subjectId;
    private String subjectPage;
    private String labCode;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    @Enumerated(EnumType.STRING)
    private WarningSeverity severity;

    private String sentence;
    private String evidence;

    @Enumerated(EnumType.STRING)
    private WarningState state;

    private Instant raisedAt;
    private String explanation;
    private String explainedBy;
    private String explainedName;
    private Instant explainedAt;

    @Enumerated(EnumType.STRING)
    private WarningDecision decision;

    private String decisionText;
    private String decidedBy;
    private String decidedName;
    private Instant decidedAt;

    @Version
    private Integer version;

    protected Warning() {}

    Warning(NewWarning found, Instant at) {
        id = UUID.randomUUID().toString();
        warningKey = found.key();
        ruleName = found.rule();
        subjectKind = found.subject().kind();
        subjectId = found.subject().id();
        subjectPage = found.subject().page();
        labCode = found.labCode();
        caseId = found.caseId();
        severity = found.severity();
        sentence = found.sentence();
        evidence = StoredJson.write(found.evidence());
        state = WarningState.OPEN;
        raisedAt = at;
    }

    void explain(String text, Person by, Instant at) {
        if (state != WarningState.OPEN) {
            throw new RuleBroken("warning.explained");
        }
        state = WarningState.EXPLAINED;
        explanation = text;
        explainedBy = by.username();
        explainedName = by.name();
        explainedAt = at;
    }

    void decide(WarningDecision made, String text, Person by, Instant at) {
        if (state == WarningState.DECIDED) {
            throw new RuleBroken("warning.decided");
        }
        if (made == WarningDecision.ACCEPTED && state == WarningState.OPEN) {
            throw RuleBroken.at("decision", "warning.unexplained");
        }
        state = WarningState.DECIDED;
        decision = made;
        decisionText = text;
        decidedBy = by.username();
        decidedName = by.name();
        decidedAt = at;
    }

    String labCode() {
        return labCode;
    }

    String caseId() {
        return caseId;
    }

    WarningView view() {
        return new WarningView(
                id,
                ruleName,
                new NewWarning.Subject(subjectKind, subjectId, subjectPage),
                labCode,
                caseId,
                severity,
                sentence,
                StoredJson.read(evidence, new TypeReference<>() {}),
                new WarningView.Standing(
                        state,
                        raisedAt,
                        word(explanation, explainedName, explainedAt),
                        decision,
                        word(decisionText, decidedName, decidedAt)));
    }

    private static WarningView.Word word(String text, String name, Instant at) {
        return at == null ? null : new WarningView.Word(text, name, at);
    }

    @Override
    public String ledgerSubject() {
        return "warning:" + id;
    }
}
