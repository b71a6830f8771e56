package org.jianzheng.sampling;

import org.springframework.data.repository.Repository;

interface ScanStore extends Repository<Scan, String> {

    boolean existsByMarkAndUsername(String mark, String username);
}
