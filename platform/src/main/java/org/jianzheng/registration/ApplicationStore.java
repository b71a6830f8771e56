package org.jianzheng.registration;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ApplicationStore extends Repository<Application, String> {

    Application saveAndFlush(Application application);

    Optional<Application> findById(String id);
}
