package org.jianzheng.sampling.phone;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PhoneStore extends Repository<PhoneRegistration, String> {

    PhoneRegistration save(PhoneRegistration phone);

    Optional<PhoneRegistration> findById(String id);

    Optional<PhoneRegistration> findByThumbprint(String thumbprint);

    long countByUsernameAndState(String username, PhoneState state);
}
