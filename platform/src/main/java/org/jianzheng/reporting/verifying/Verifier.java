package org.jianzheng.reporting.verifying;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.records.seal.SealCheck;
import org.jianzheng.records.seal.Seals;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.proof.IssuedStatus;
import org.jianzheng.reporting.proof.ProofFinding;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.reporting.proof.ReportProof;
import org.jianzheng.reporting.report.ReportRowCheck;
import org.jianzheng.reporting.report.Reports;
import org.jianzheng.reporting.singles.SingleValues;
import org.jianzheng.reporting.verifying.Verification.Reason;
import org.jianzheng.reporting.verifying.Verification.Status;
import org.springframework.stereotype.Component;

/**
 * Judges codes and files. Asked by anybody, so it tells nothing but what the paper in their hands says already, and never
 * what a row says: facts are proven ones, and where something that should prove them was changed, the answer is that the
 * platform cannot prove it.
 */
@Component
public class Verifier {

    private final Reports reports;
    private final Proofs proofs;
    private final ReportRowCheck rows;
    private final Seals seals;

    Verifier(Reports reports, Proofs proofs, ReportRowCheck rows, Seals seals) {
        this.reports = reports;
        this.proofs = proofs;
        this.rows = rows;
        this.seals = seals;
    }

    public Verification token(String token) {
        return judged(proofs.ofToken(token));
    }

    /** What the report of that number says; empty where its evidence does not prove it. */
    public Optional<ProvenReport> proven(String reportNo) {
        var found = proofs.ofNumber(reportNo);
        return found.proven() ? Optional.of(proven(found.proof())) : Optional.empty();
    }

    private static ProvenReport proven(ReportProof proof) {
        var content = ReportContent.read(proof.content());
        return new ProvenReport(
                proof.reportNo(),
                proof.projectCode(),
                proof.conclusion(),
                content.text(),
                material(content.singles()),
                content.items());
    }

    private static Map<String, String> material(SingleValues singles) {
        var labels = new LinkedHashMap<>(Map.of("sampleName", "样品名称"));
        singles.facts().stream()
                .filter(SingleValues.Fact::material)
                .forEach(fact -> labels.put(fact.key(), fact.label().zh().replace("　", "")));
        labels.put("part", "工程部位");
        labels.put("represents", "代表数量");
        return labels;
    }

    /** Issued is the one file with that hash: an intact seal alone may lie in a file whose unsigned parts were changed. */
    public Optional<Verification> issued(String pdfSha256) {
        var found = proofs.ofFile(pdfSha256);
        return found.kind() == ProofFinding.Kind.NEVER_ISSUED ? Optional.empty() : Optional.of(judged(found));
    }

    public Verification file(byte[] pdf) {
        return issued(DigestUtils.sha256Hex(pdf)).orElseGet(() -> stranger(seals.check(pdf)));
    }

    private Verification judged(ProofFinding found) {
        return switch (found.kind()) {
            case PROVEN -> standing(found.proof());
            case UNPROVEN -> answer(Status.UNKNOWN, Reason.UNPROVEN, found.reportNo());
            case OTHER_CONTENT -> answer(Status.FORGED, Reason.CONTENT_DIFFERS, found.reportNo());
            case NEVER_ISSUED ->
                reports.findByIssueReportNo(found.reportNo()).isPresent()
                        ? answer(Status.UNKNOWN, Reason.UNPROVEN, found.reportNo())
                        : answer(Status.UNKNOWN, Reason.NUMBER_UNKNOWN, found.reportNo());
            case FORGED -> answer(Status.FORGED, Reason.TOKEN_FORGED, found.reportNo());
            case KEY_UNKNOWN -> answer(Status.UNKNOWN, Reason.KEY_UNKNOWN, null);
        };
    }

    private Verification stranger(SealCheck seal) {
        String claimed = ClaimedNumber.in(seal.reason());
        return switch (seal.finding()) {
            case INTACT ->
                claimed != null && proofs.ofNumber(claimed).kind() != ProofFinding.Kind.NEVER_ISSUED
                        ? answer(Status.FORGED, Reason.FILE_CHANGED, claimed)
                        : answer(Status.UNKNOWN, Reason.NUMBER_UNKNOWN, claimed);
            case CHANGED -> answer(Status.FORGED, Reason.FILE_CHANGED, claimed);
            case UNKNOWN_SIGNER -> answer(Status.FORGED, Reason.SEAL_UNKNOWN, claimed);
            case NOT_SEALED -> answer(Status.FORGED, Reason.NOT_SEALED, claimed);
        };
    }

    private Verification standing(ReportProof proof) {
        if (rows.check(proof) == ReportRowCheck.Result.STANDING_LOST
                && proof.standing().kind() == IssuedStatus.Kind.VALID) {
            return answer(Status.UNKNOWN, Reason.UNPROVEN, proof.reportNo());
        }
        var facts = PublicFacts.of(proof);
        return switch (proof.standing().kind()) {
            case RECALLED -> new Verification(Status.RECALLED, Reason.RECALLED, proof.reportNo(), facts);
            case REPLACED -> new Verification(Status.REPLACED, Reason.REPLACED, proof.reportNo(), facts);
            case VALID -> new Verification(Status.VALID, Reason.GENUINE, proof.reportNo(), facts);
        };
    }

    private static Verification answer(Status status, Reason reason, String number) {
        return new Verification(status, reason, number, null);
    }
}
