package org.jianzheng.acquisition.marking;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Marks as they are kept. */
interface YieldMarkStore extends Repository<YieldMark, String> {

    YieldMark save(YieldMark mark);

    List<YieldMark> findByCaseIdOrderByMarkedAt(String caseId);

    List<YieldMark> findByCorrectionIdOrderByMarkedAt(String correctionId);
}
