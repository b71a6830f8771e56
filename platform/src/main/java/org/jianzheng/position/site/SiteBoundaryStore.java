package org.jianzheng.position.site;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Boundaries as they are kept. */
interface SiteBoundaryStore extends Repository<SiteBoundary, String> {

    SiteBoundary saveAndFlush(SiteBoundary boundary);

    List<SiteBoundary> findByProjectCodeOrderByVersionDesc(String projectCode);
}
