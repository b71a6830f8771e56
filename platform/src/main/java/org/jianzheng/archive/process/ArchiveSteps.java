package org.jianzheng.archive.process;

import org.jianzheng.archive.Archive;
import org.jianzheng.workflow.step.ProcessSteps;

/** What the case diagram asks of the archive. */
@ProcessSteps("archive")
public class ArchiveSteps {

    private final Archive archive;

    ArchiveSteps(Archive archive) {
        this.archive = archive;
    }

    public void file(String caseId) {
        archive.file(caseId);
    }

    public void refile(String caseId) {
        archive.refile(caseId);
    }
}
