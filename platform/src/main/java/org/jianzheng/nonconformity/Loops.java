package org.jianzheng.nonconformity;

import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.springframework.data.repository.Repository;

interface Loops extends Repository<Loop, String> {

    Optional<Loop> findByReportNo(String reportNo);

    List<Loop> findByCaseIdOrderByOpenedAt(String caseId);

    /** @throws NotFound when no such report opened one */
    default Loop get(String reportNo) {
        return findByReportNo(reportNo).orElseThrow(() -> new NotFound("nonconformity.loop.unknown", reportNo));
    }
}
