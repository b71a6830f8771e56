package org.jianzheng.credit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CreditEntries extends Repository<CreditEntry, String> {

    CreditEntry save(CreditEntry entry);

    Optional<CreditEntry> findById(String id);

    @Query("select count(entry) > 0 from CreditEntry entry where entry.occasion.eventKey = :eventKey")
    boolean knows(String eventKey);

    @Query("select entry from CreditEntry entry where entry.occasion.subject = :subject")
    List<CreditEntry> about(String subject);

    /** Newest first. */
    List<CreditEntry> findByHouseOrderByRecordedAtDesc(String house);

    List<CreditEntry> findByStateIn(Collection<CreditEntryState> states);

    @Query("select distinct entry.house from CreditEntry entry")
    List<String> houses();
}
