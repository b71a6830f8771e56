package org.jianzheng.commission.caselist;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CaseLines extends Repository<CaseLine, String> {

    CaseLine save(CaseLine line);

    Optional<CaseLine> findById(String caseId);
}
