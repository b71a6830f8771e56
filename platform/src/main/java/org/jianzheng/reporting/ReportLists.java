package org.jianzheng.reporting;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SearchText;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.reporting.proof.ReportProof;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportRowCheck;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.reporting.report.Reports;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Reports as people may see them: issued ones by organisation, drafts in their laboratory only. */
@Component
class ReportLists {

    private static final String[] SEARCHED = {
        "issue.reportNo", "subject.projectName", "subject.sampleNo", "subject.commissionNo"
    };
    private static final List<ReportStatus> ISSUED =
            Arrays.stream(ReportStatus.values()).filter(ReportStatus::issued).toList();

    private final Reports reports;
    private final EntityManager entities;
    private final ReportTokens tokens;
    private final Proofs proofs;
    private final ReportRowCheck rows;
    private final Identity identity;

    ReportLists(
            Reports reports,
            EntityManager entities,
            ReportTokens tokens,
            Proofs proofs,
            ReportRowCheck rows,
            Identity identity) {
        this.reports = reports;
        this.entities = entities;
        this.tokens = tokens;
        this.proofs = proofs;
        this.rows = rows;
        this.identity = identity;
    }

    /** An issued report as its evidence proves it; the row's word stands only where there is no proof, and is marked. */
    ReportView view(Report report) {
        var issue = report.issue();
        if (issue == null) {
            return report.view(null);
        }
        var found = proofs.ofNumber(issue.reportNo());
        if (!found.proven()) {
            return report.view(tokens.verifyUrl(issue.token())).differing();
        }
        var proof = found.proof();
        var view = report.view(tokens.verifyUrl(proof.token())).proven(proven(proof));
        return rows.check(report, proof) == ReportRowCheck.Result.SAME ? view : view.differing();
    }

    private static ReportView.Proven proven(ReportProof proof) {
        var text = ReportContent.read(proof.content()).text();
        return new ReportView.Proven(
                text.get("title"),
                proof.conclusion(),
                ReportRowCheck.status(proof.standing()),
                text.get("projectName"),
                text.get("signatoryName"),
                proof.issuedAt(),
                proof.pdfSha256());
    }

    Report issued(String reportNo) {
        return reports.findByIssueReportNo(reportNo)
                .filter(report -> identity.scope().sees(report.parties()))
                .orElseThrow(() -> new NotFound("reporting.number.unknown", reportNo));
    }

    Report draft(String id) {
        return reports.findById(id).filter(this::inItsLab).orElseThrow(() -> new NotFound("reporting.report.unknown"));
    }

    private boolean inItsLab(Report report) {
        Scope scope = identity.scope();
        return (scope.kind() == Scope.Kind.LAB || scope.kind() == Scope.Kind.ALL) && scope.sees(report.parties());
    }

    Paged<ReportView> list(String search, String status, int page, int size) {
        Specification<Report> where = identity.scope().within("parties");
        var wanted = status == null || status.isBlank() ? ISSUED : List.of(status(status));
        where = where.and((root, query, builder) -> root.get("status").in(wanted))
                .and(SearchText.in(search, SEARCHED));
        return new NewestFirst<>(entities, Report.class, "signedAt", "id")
                .page(where, page, size)
                .map(this::view);
    }

    private static ReportStatus status(String name) {
        return ISSUED.stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("status", "reporting.status.unknown", name));
    }
}
