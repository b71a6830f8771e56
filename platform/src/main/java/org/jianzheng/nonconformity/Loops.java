package org.jianzheng.nonconformity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Loops extends Repository<Loop, String> {

    Optional<Loop> findByReportNo(String reportNo);

    List<Loop> findByCaseIdOrderByOpenedAt(String caseId);
}
