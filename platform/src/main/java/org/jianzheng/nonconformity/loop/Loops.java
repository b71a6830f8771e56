package org.jianzheng.nonconformity.loop;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Loops extends Repository<Loop, String> {

    Optional<Loop> findById(String reportNo);

    /** Whoever else asks so waits until this transaction has ended. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT one FROM Loop one WHERE one.reportNo = :reportNo")
    Optional<Loop> findAlone(String reportNo);

    List<Loop> findByCaseIdOrderByOpenedAt(String caseId);

    /** @throws NotFound when no such report opened one */
    default Loop get(String reportNo) {
        return findById(reportNo).orElseThrow(() -> new NotFound("nonconformity.loop.unknown", reportNo));
    }
}
