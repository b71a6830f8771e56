package org.jianzheng.commission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.EntityGraph.EntityGraphType;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommissionStore extends Repository<Commission, String> {

    Commission save(Commission commission);

    @EntityGraph(attributePaths = "line", type = EntityGraphType.LOAD)
    Optional<Commission> findById(String caseId);

    @Query("from Commission where caseId in ?1")
    List<Commission> findByCaseIdIn(Collection<String> caseIds);

    List<Commission> findByRequestRetestOfOrderBySubmittedAt(String reportNo);
}
