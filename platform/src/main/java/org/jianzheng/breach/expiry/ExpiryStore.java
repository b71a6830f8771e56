package org.jianzheng.breach.expiry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExpiryStore extends Repository<Expiry, String> {

    Expiry saveAndFlush(Expiry expiry);

    Optional<Expiry> findById(String id);

    @Query("select e.expiryKey from Expiry e where e.untilDay >= :today")
    Set<String> warned(LocalDate today);
}
