package org.jianzheng.breach;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SuspensionStore extends Repository<Suspension, String> {

    Suspension save(Suspension suspension);

    List<Suspension> findByBreachIdOrderByItem(String breachId);

    /** Over, but their cases still bear the mark. */
    @Query("select s from Suspension s where s.releasedAt is null and (s.liftedAt is not null or s.untilDay < :today)")
    List<Suspension> over(LocalDate today);
}
