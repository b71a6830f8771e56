package org.jianzheng.face;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ComparisonStore extends Repository<FaceComparison, String>, JpaSpecificationExecutor<FaceComparison> {

    FaceComparison save(FaceComparison comparison);

    Optional<FaceComparison> findById(String id);

    List<FaceComparison> findByCaseIdOrderByRecordedAtAscId(String caseId);

    @Query("select c.id from FaceComparison c where c.state in (org.jianzheng.face.ComparisonState.HUMAN,"
            + " org.jianzheng.face.ComparisonState.WAITING) and"
            + " c.overdueAt is null and c.recordedAt < :before order by c.recordedAt, c.id")
    List<String> unseen(Instant before, Pageable page);

    @Query("select c.id from FaceComparison c where c.state = org.jianzheng.face.ComparisonState.WAITING order by"
            + " c.recordedAt, c.id")
    List<String> waiting(Pageable page);
}
