package org.jianzheng.nonconformity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PaperStore extends Repository<Paper, String> {

    List<Paper> findByReportNoOrderByAddedAt(String reportNo);

    Optional<Paper> findByIdAndReportNo(String id, String reportNo);
}
