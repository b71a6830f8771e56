package org.jianzheng.reporting.report;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Reports extends Repository<Report, String>, JpaSpecificationExecutor<Report> {

    Report save(Report report);

    Optional<Report> findById(String id);

    Optional<Report> findByIssueReportNo(String reportNo);

    @Query("from Report where caseId = ?1 order by attempt desc")
    List<Report> findByCaseIdOrderByAttemptDesc(String caseId);
}
