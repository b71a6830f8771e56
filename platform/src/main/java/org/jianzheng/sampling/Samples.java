package org.jianzheng.sampling;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.repository.Repository;

interface Samples extends Repository<Sample, String> {

    /** The case's attempts, the latest first. */
    List<Sample> findByCaseIdOrderByAttemptDesc(String caseId);

    Page<Sample> findAll(Specification<Sample> where, Pageable page);
}
