package org.jianzheng.reporting;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.reporting.report.ReportRowCheck;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.standards.evaluation.Verdict;
import org.springframework.stereotype.Component;

/** What issued reports print: of a whole project as it was kept, for lists; of one as it is proven, to decide on. */
@Component
class ReportPrints {

    private final EntityManager entities;
    private final Proofs proofs;
    private final ReportRowCheck rows;

    ReportPrints(EntityManager entities, Proofs proofs, ReportRowCheck rows) {
        this.entities = entities;
        this.proofs = proofs;
        this.rows = rows;
    }

    // The content is that of the table which may only be added to; the report's own row moves on.
    List<ReportPrint> ofProject(String projectCode, String item) {
        return entities.createQuery(
                        "select i.reportNo, r.status, r.subject.conclusion, i.content from Report r, IssuedReport i"
                                + " where i.reportNo = r.issue.reportNo and r.subject.projectCode = :project"
                                + " and r.subject.item = :item order by i.reportNo",
                        Object[].class)
                .setParameter("project", projectCode)
                .setParameter("item", item)
                .getResultStream()
                .map(row -> ReportPrint.of(
                        (String) row[0],
                        projectCode,
                        (ReportStatus) row[1],
                        (Verdict) row[2],
                        ReportContent.read((String) row[3])))
                .toList();
    }

    /** Empty also where only the row or the book of numbers knows of a recall: then nobody knows whether it stands. */
    Optional<ReportPrint> proven(String reportNo) {
        var found = proofs.ofNumber(reportNo);
        if (!found.proven() || rows.check(found.proof()) == ReportRowCheck.Result.STANDING_LOST) {
            return Optional.empty();
        }
        var proof = found.proof();
        return Optional.of(ReportPrint.of(
                proof.reportNo(),
                proof.projectCode(),
                ReportRowCheck.status(proof.standing()),
                proof.conclusion(),
                ReportContent.read(proof.content())));
    }

    Map<String, ReportStatus> statuses(Collection<String> reportNos) {
        return entities.createQuery(
                        "select r.issue.reportNo, r.status from Report r where r.issue.reportNo in :numbers",
                        Object[].class)
                .setParameter("numbers", reportNos)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (ReportStatus) row[1]));
    }
}
