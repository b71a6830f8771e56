package org.jianzheng.acquisition.conformance;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

interface ValidationStore extends Repository<Validation, String>, JpaSpecificationExecutor<Validation> {

    Optional<Validation> findFirstByEquipmentAndSoftwareOrderByTriedAtDesc(String equipment, String software);

    List<Validation> findByEquipmentOrderByTriedAtDesc(String equipment, Limit limit);
}
