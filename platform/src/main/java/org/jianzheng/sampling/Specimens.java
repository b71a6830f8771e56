package org.jianzheng.sampling;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface Specimens extends Repository<Specimen, String> {

    Optional<Specimen> findById(String mark);

    @EntityGraph(attributePaths = "sample")
    Page<Specimen> findAll(Specification<Specimen> where, Pageable page);
}
