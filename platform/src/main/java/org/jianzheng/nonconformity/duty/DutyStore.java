package org.jianzheng.nonconformity.duty;

import java.util.List;
import org.springframework.data.repository.Repository;

public interface DutyStore extends Repository<Duty, String> {

    Duty save(Duty duty);

    List<Duty> findByReportNoAndDoneAtIsNullOrderByStep(String reportNo);

    List<Duty> findByReportNoOrderBySinceAscStepAsc(String reportNo);
}
