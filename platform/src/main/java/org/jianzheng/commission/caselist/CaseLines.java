package org.jianzheng.commission.caselist;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.repository.Repository;

interface CaseLines extends Repository<CaseLine, String> {

    CaseLine save(CaseLine line);

    Optional<CaseLine> findById(String caseId);

    Page<CaseLine> findAll(Specification<CaseLine> where, Pageable page);
}
