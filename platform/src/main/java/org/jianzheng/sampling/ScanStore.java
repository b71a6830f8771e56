package org.jianzheng.sampling;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ScanStore extends Repository<Scan, String> {

    boolean existsByMarkAndUsername(String mark, String username);

    /** Of one sample, the earliest first. */
    List<Scan> findBySampleIdOrderByAt(String sampleId);
}
