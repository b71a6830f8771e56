package org.jianzheng.commission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.EntityGraph.EntityGraphType;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Each reads the line of the list along: left to be read when it is asked for, it would be, once for each commission. */
interface CommissionStore extends Repository<Commission, String> {

    Commission save(Commission commission);

    @EntityGraph(attributePaths = "line", type = EntityGraphType.LOAD)
    Optional<Commission> findById(String caseId);

    @Query("from Commission c left join fetch c.line where c.caseId in ?1")
    List<Commission> findByCaseIdIn(Collection<String> caseIds);

    @EntityGraph(attributePaths = "line", type = EntityGraphType.LOAD)
    List<Commission> findByRequestRetestOfOrderBySubmittedAt(String reportNo);
}
