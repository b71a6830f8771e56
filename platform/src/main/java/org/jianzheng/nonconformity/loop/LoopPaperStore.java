package org.jianzheng.nonconformity.loop;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LoopPaperStore extends Repository<LoopPaper, String> {

    List<LoopPaper> findByReportNoOrderByAddedAt(String reportNo);

    Optional<LoopPaper> findByIdAndReportNo(String id, String reportNo);
}
