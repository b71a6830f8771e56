package org.jianzheng.manualentry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

interface TypingWaiverStore extends Repository<TypingWaiver, String>, JpaSpecificationExecutor<TypingWaiver> {

    TypingWaiver save(TypingWaiver waiver);

    Optional<TypingWaiver> findById(String id);

    /** Those that have not ended by that day. */
    List<TypingWaiver> findByLabCodeAndItemAndUntilDayGreaterThanEqual(String labCode, String item, LocalDate day);
}
