package org.jianzheng.nonconformity;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.DutyView;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.LoopPapers;
import org.jianzheng.nonconformity.loop.LoopView;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.register.Board;
import org.jianzheng.nonconformity.register.BoardQueries;
import org.jianzheng.nonconformity.register.LoopLine;
import org.jianzheng.nonconformity.register.NonconformityRegister;
import org.jianzheng.nonconformity.register.RegisterChoices;
import org.jianzheng.nonconformity.register.RegisterFilter;
import org.jianzheng.nonconformity.register.RegisterLine;
import org.jianzheng.nonconformity.retest.RetestView;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module for people and programs: loops, their register, and the supervisors' board. */
@Service
@Transactional
public class Nonconformity {

    private final LoopEnding ending;
    private final LoopDeadlines deadlines;
    private final LoopPapers papers;
    private final LoopSheets sheets;
    private final NonconformityRegister register;
    private final LoopLinks links;
    private final BoardQueries boards;
    private final Loops loops;
    private final Processes processes;
    private final Reporting reporting;
    private final Identity identity;

    Nonconformity(
            LoopEnding ending,
            LoopDeadlines deadlines,
            LoopPapers papers,
            LoopSheets sheets,
            NonconformityRegister register,
            LoopLinks links,
            BoardQueries boards,
            Loops loops,
            Processes processes,
            Reporting reporting,
            Identity identity) {
        this.ending = ending;
        this.deadlines = deadlines;
        this.papers = papers;
        this.sheets = sheets;
        this.register = register;
        this.links = links;
        this.boards = boards;
        this.loops = loops;
        this.processes = processes;
        this.reporting = reporting;
        this.identity = identity;
    }

    /** The station calls it a false alarm, at whatever step it stands. The register keeps its line. */
    public void withdraw(String reportNo, String reason) {
        Loop loop = visible(reportNo);
        requireStation();
        ending.withdraw(loop, FormValues.reason(reason, LoopJournal.LONGEST));
        processes.hasten(loop.process(), "watchAt");
    }

    private void requireStation() {
        if (!station()) {
            throw new RuleBroken("nonconformity.station.only");
        }
    }

    /** Whether the acting person works for the station. */
    public boolean station() {
        return identity.acting().ofStation();
    }

    private Loop visible(String reportNo) {
        return loops.findById(reportNo)
                .filter(loop -> identity.scope().sees(loop.parties()))
                .orElseThrow(() -> new NotFound("nonconformity.loop.unknown", reportNo));
    }

    /** @throws NotFound for reports without a loop and loops the acting person may not see */
    @Transactional(readOnly = true)
    public LoopView find(String reportNo) {
        return visible(reportNo).view();
    }

    /** What became of its report after it was issued; null while it stands. */
    @Transactional(readOnly = true)
    public ReportView.Ended reportEnded(String reportNo) {
        return reporting.issued(visible(reportNo).reportNo()).ended();
    }

    /** The loops of a case, oldest first. The caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<LoopView> ofCase(String caseId) {
        return loops.findByCaseIdOrderByOpenedAt(caseId).stream()
                .map(Loop::view)
                .toList();
    }

    /** Who had or has to do what in it by when, oldest first. */
    @Transactional(readOnly = true)
    public List<DutyView> duties(String reportNo) {
        return sheets.duties(visible(reportNo));
    }

    /** The re-tests that were signed, oldest first. */
    @Transactional(readOnly = true)
    public List<RetestView> retests(String reportNo) {
        return register.retests(visible(reportNo).reportNo());
    }

    /** Other loops over the same material that the acting person may see. */
    @Transactional(readOnly = true)
    public List<LinkedLoop> linked(String reportNo) {
        return links.of(visible(reportNo).reportNo(), loop -> identity.scope().sees(loop.parties()));
    }

    /** Photos and papers, oldest first. */
    @Transactional(readOnly = true)
    public List<Paper> papers(String reportNo) {
        return papers.of(visible(reportNo).reportNo());
    }

    /** Whether the acting person may add photos and papers now. */
    @Transactional(readOnly = true)
    public boolean mayAddPapers(String reportNo) {
        return papers.mayAdd(visible(reportNo));
    }

    /**
     * Adds a photo (JPEG, PNG) or a paper (PDF as well), by what its bytes are.
     *
     * @param kind PHOTO or PAPER
     */
    public void addPaper(String reportNo, String kind, String caption, String fileName, byte[] content) {
        papers.add(visible(reportNo), kind, caption, fileName, content);
    }

    @Transactional(readOnly = true)
    public Paper paper(String reportNo, String id) {
        return papers.find(visible(reportNo).reportNo(), id);
    }

    /** The register as far as the acting person may see it, newest first. */
    @Transactional(readOnly = true)
    public Paged<LoopLine> list(RegisterFilter filter, int page, int size) {
        return register.list(filter, page, size);
    }

    /** Every line of the register that the filter lets through, oldest first, one at a time. */
    @Transactional(readOnly = true)
    public void each(RegisterFilter filter, Consumer<RegisterLine> line) {
        register.each(filter, line);
    }

    /** Laboratories and projects that the acting person's register knows, to filter by. */
    @Transactional(readOnly = true)
    public RegisterChoices choices() {
        return register.choices();
    }

    /** What supervisors look at first. @throws RuleBroken for people of other houses */
    @Transactional(readOnly = true)
    public Board board() {
        requireStation();
        return boards.board();
    }

    /** Presses whoever these loops wait for; recorded. @return how many notices went out */
    public int press(Collection<String> reportNos) {
        requireStation();
        return reportNos.stream()
                .distinct()
                .mapToInt(reportNo -> deadlines.press(visible(reportNo)))
                .sum();
    }
}
