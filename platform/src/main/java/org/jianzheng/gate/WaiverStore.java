package org.jianzheng.gate;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WaiverStore extends Repository<Waiver, String> {

    Waiver save(Waiver waiver);

    Optional<Waiver> findById(String id);

    List<Waiver> findTop200ByOrderByGrantedAtDesc();

    List<Waiver> findTop200ByLabCodeOrderByGrantedAtDesc(String labCode);
}
