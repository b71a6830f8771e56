package org.jianzheng.breach;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianzheng.gate.GateRule;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface BreachStore extends Repository<Breach, String> {

    Breach saveAndFlush(Breach breach);

    Optional<Breach> findById(String id);

    Optional<Breach> findByOpenKey(String key);

    @Query("select b.openKey from Breach b where b.openKey in :keys")
    List<String> openAmong(Collection<String> keys);

    /** Established ones: dismissed and reversed do not count against a laboratory. */
    @Query(
            """
            select count(b) from Breach b
             where b.labCode = :lab and b.ruleName = :rule and b.openedAt >= :after
               and b.decision is not null and b.decision <> org.jianzheng.breach.BreachSanction.DISMISS
               and (b.outcome is null or b.outcome <> org.jianzheng.breach.Breach$Outcome.REVERSED)
            """)
    int established(String lab, GateRule rule, Instant after);

    long count(Specification<Breach> where);

    Page<Breach> findAll(Specification<Breach> where, Pageable page);
}
