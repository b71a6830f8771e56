package org.jianzheng.warning;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WarningStore extends Repository<Warning, String>, JpaSpecificationExecutor<Warning> {

    Warning save(Warning warning);

    Optional<Warning> findById(String id);

    Optional<Warning> findByWarningKey(String key);

    List<Warning> findByCaseIdOrderByRaisedAt(String caseId);

    List<Warning> findByCaseIdInAndState(Collection<String> caseIds, WarningState state);

    @Query("select distinct w.ruleName from Warning w order by w.ruleName")
    List<String> rules();

    @Query("select distinct w.labCode from Warning w order by w.labCode")
    List<String> labs();
}
