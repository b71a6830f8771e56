package org.jianzheng.commission;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, String> {

    Optional<Project> findByCode(String code);

    List<Project> findAllByOrderByCode();

    Page<Project> findAll(Specification<Project> where, Pageable page);
}
