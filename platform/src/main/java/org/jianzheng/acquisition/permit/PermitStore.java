package org.jianzheng.acquisition.permit;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PermitStore extends Repository<Permit, String>, JpaSpecificationExecutor<Permit> {

    Permit saveAndFlush(Permit permit);

    Optional<Permit> findById(String id);

    List<Permit> findByLabCodeAndRevokedAtIsNullAndValidUntilAfter(String labCode, Instant after);

    List<Permit> findByRevokedAtIsNullAndValidUntilBetween(Instant after, Instant until);

    /** Held until the transaction ends: it is used or revoked, one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Permit p where p.id = :id")
    Optional<Permit> lock(String id);
}
