package org.jianzheng.manualentry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface OutageStore extends Repository<Outage, String> {

    Outage saveAndFlush(Outage outage);

    Optional<Outage> findById(String id);

    List<Outage> findByEquipmentOrderByReportedAtDesc(String equipment, Limit limit);

    List<Outage> findByOpenKeyIn(Collection<String> equipment);
}
