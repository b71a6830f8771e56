package org.jianzheng.manualentry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface TypingDayStore extends Repository<TypingDay, String> {

    TypingDay saveAndFlush(TypingDay day);

    List<TypingDay> findByLabCodeAndDay(String labCode, LocalDate day);

    List<TypingDay> findByOutageIdInOrderByAllowedAt(Collection<String> outages);
}
