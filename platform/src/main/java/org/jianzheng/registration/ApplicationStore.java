package org.jianzheng.registration;

import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.springframework.data.repository.Repository;

interface ApplicationStore extends Repository<Application, String> {

    Application saveAndFlush(Application application);

    Optional<Application> findById(String id);

    default Application get(String id) {
        return findById(id).orElseThrow(() -> new NotFound("registration.unknown"));
    }
}
