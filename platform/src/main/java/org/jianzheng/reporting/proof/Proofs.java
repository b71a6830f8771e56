package org.jianzheng.reporting.proof;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.records.token.TokenReading;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Proves issued reports. Nothing is believed on one word: the token's signature, the ledger's entry and the content have to
 * say the same, and what became of the report is read from the ledger. Where they do not, there is no proof.
 */
@Component
public class Proofs {

    private final EntityManager entities;
    private final IssuedReports issues;
    private final ReportTokens tokens;
    private final Ledger ledger;
    private final Prover prover;
    private final DamagedRecords damaged;

    Proofs(
            EntityManager entities,
            IssuedReports issues,
            ReportTokens tokens,
            Ledger ledger,
            Prover prover,
            DamagedRecords damaged) {
        this.entities = entities;
        this.issues = issues;
        this.tokens = tokens;
        this.ledger = ledger;
        this.prover = prover;
        this.damaged = damaged;
    }

    /** Keeps what a report is issued with; its ledger entry is appended in the same transaction. */
    public void keep(IssuedReport issued) {
        entities.persist(issued);
    }

    /** Only the very token that was printed proves a report: a signature can be spelt in two ways (s and n − s). */
    public ProofFinding ofToken(String token) {
        var reading = tokens.read(token);
        if (!reading.genuine()) {
            return ProofFinding.of(
                    reading.status() == TokenReading.Status.UNKNOWN_KEY
                            ? ProofFinding.Kind.KEY_UNKNOWN
                            : ProofFinding.Kind.FORGED,
                    null);
        }
        var facts = reading.facts();
        return issues.findById(facts.reportNo())
                .map(issued -> {
                    boolean sameEntry = facts.ledgerEntry().equals(issued.ledgerEntry());
                    return printed(prove(issued), token, sameEntry);
                })
                .orElseGet(() -> unissued(
                        facts.reportNo(), ledger.find(facts.ledgerEntry()).isPresent()));
    }

    private static ProofFinding printed(ProofFinding found, String token, boolean sameEntry) {
        if (!found.proven() || found.proof().token().equals(token)) {
            return found;
        }
        return ProofFinding.of(
                sameEntry ? ProofFinding.Kind.FORGED : ProofFinding.Kind.OTHER_CONTENT, found.reportNo());
    }

    private ProofFinding unissued(String reportNo, boolean recorded) {
        if (recorded) {
            damaged.note(reportNo);
        }
        return ProofFinding.of(recorded ? ProofFinding.Kind.UNPROVEN : ProofFinding.Kind.NEVER_ISSUED, reportNo);
    }

    /** The report whose one file has this hash. */
    public ProofFinding ofFile(String pdfSha256) {
        List<ProofFinding> found =
                issues.findByPdfSha256(pdfSha256).stream().map(this::prove).toList();
        return found.stream()
                .filter(ProofFinding::proven)
                .findFirst()
                .orElseGet(
                        () -> found.isEmpty() ? ProofFinding.of(ProofFinding.Kind.NEVER_ISSUED, null) : found.get(0));
    }

    public ProofFinding ofNumber(String reportNo) {
        return issues.findById(reportNo)
                .map(this::prove)
                .orElseGet(() -> ProofFinding.of(ProofFinding.Kind.NEVER_ISSUED, reportNo));
    }

    /** Numbers of issued reports behind that one, in their order. */
    public List<String> numbersAfter(String reportNo, int most) {
        return issues.findByReportNoGreaterThanOrderByReportNo(reportNo, Limit.of(most)).stream()
                .map(IssuedReport::reportNo)
                .toList();
    }

    private ProofFinding prove(IssuedReport issued) {
        return prover.prove(issued).map(ProofFinding::proven).orElseGet(() -> {
            damaged.note(issued.reportNo());
            return ProofFinding.of(ProofFinding.Kind.UNPROVEN, issued.reportNo());
        });
    }
}
