package org.jianzheng.registration;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.repository.Repository;

interface ApplicationStore extends Repository<Application, String> {

    Application saveAndFlush(Application application);

    Optional<Application> findById(String id);

    Page<Application> findAll(Specification<Application> where, Pageable page);
}
