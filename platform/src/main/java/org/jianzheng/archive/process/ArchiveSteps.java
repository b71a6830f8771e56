package org.jianzheng.archive.process;

import static org.jianzheng.workflow.step.Milestone.ISSUED;

import org.jianzheng.archive.Archive;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What the case diagram asks of the archive. */
@ProcessSteps("archive")
public class ArchiveSteps {

    private final Archive archive;

    ArchiveSteps(Archive archive) {
        this.archive = archive;
    }

    @Needs(ISSUED)
    public void file(String caseId) {
        archive.file(caseId);
    }

    @Needs(ISSUED)
    public void refile(String caseId) {
        archive.refile(caseId);
    }
}
