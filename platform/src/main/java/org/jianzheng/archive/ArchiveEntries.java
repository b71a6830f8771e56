package org.jianzheng.archive;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** Entries are added through the entity manager and read here; there is no way to change one. */
interface ArchiveEntries extends Repository<ArchiveEntry, String>, JpaSpecificationExecutor<ArchiveEntry> {

    boolean existsByCaseId(String caseId);
}
