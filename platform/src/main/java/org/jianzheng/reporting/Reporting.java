package org.jianzheng.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.curves.ReportCurves;
import org.jianzheng.reporting.issuing.ReportCorrections;
import org.jianzheng.reporting.issuing.ReportIssuing;
import org.jianzheng.reporting.issuing.ReportLifecycle;
import org.jianzheng.reporting.issuing.ReportRecalling;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.print.ReportRenderer;
import org.jianzheng.reporting.record.RecordSheet;
import org.jianzheng.reporting.report.Report;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.reporting.report.Reports;
import org.jianzheng.reporting.verifying.ProvenReport;
import org.jianzheng.reporting.verifying.PublicCurves;
import org.jianzheng.reporting.verifying.Verification;
import org.jianzheng.reporting.verifying.Verifier;
import org.jianzheng.testing.correction.CorrectionKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: drafting, reviewing, signing and issuing reports, finding them, and telling whether one is genuine. */
@Service
@Transactional
public class Reporting {

    private final Reports reports;
    private final ReportLifecycle lifecycle;
    private final ReportIssuing issuing;
    private final ReportSheets sheets;
    private final ReportCorrections corrected;
    private final ReportRecalling recalling;
    private final ReportLists register;
    private final Verifier verifier;
    private final PublicCurves published;
    private final ReportPrints prints;
    private final ReportRenderer renderer;
    private final ReportCurves curves;
    private final RecordSheet records;
    private final EvidenceFiles files;
    private final Commissions commissions;

    Reporting(
            Reports reports,
            ReportLifecycle lifecycle,
            ReportIssuing issuing,
            ReportSheets sheets,
            ReportCorrections corrected,
            ReportRecalling recalling,
            ReportLists register,
            Verifier verifier,
            PublicCurves published,
            ReportPrints prints,
            ReportRenderer renderer,
            ReportCurves curves,
            RecordSheet records,
            EvidenceFiles files,
            Commissions commissions) {
        this.reports = reports;
        this.lifecycle = lifecycle;
        this.issuing = issuing;
        this.sheets = sheets;
        this.corrected = corrected;
        this.recalling = recalling;
        this.register = register;
        this.verifier = verifier;
        this.published = published;
        this.prints = prints;
        this.renderer = renderer;
        this.curves = curves;
        this.records = records;
        this.files = files;
        this.commissions = commissions;
    }

    /**
     * The raw records of the case as PDF, superseded ones too.
     *
     * @throws RuleBroken for a record that the ledger does not prove
     */
    @Transactional(readOnly = true)
    public byte[] rawRecords(String caseId) {
        return records.of(caseId);
    }

    /** Words a report from the case's current result and proves that it can be printed. Answers its id. */
    public String draft(String caseId) {
        return lifecycle.draft(caseId).id();
    }

    /**
     * The acting reviewer's decision: {@code decision} PASS or RETURN, and a {@code reason} with the latter.
     *
     * @return PASSED or RETURNED
     */
    public String review(String id, Map<String, ?> form) {
        return lifecycle.review(report(id), new FormValues(form));
    }

    /**
     * The acting signatory's decision, in the same words. A signature needs presence proved in the last five minutes.
     *
     * @return ISSUED, when {@link #issue} is to follow in the same transaction, or RETURNED
     */
    public String sign(String id, Map<String, ?> form) {
        return lifecycle.sign(report(id), new FormValues(form));
    }

    /** Issues the signed report: number, seal, code and file, or nothing of it. Answers the number. */
    public String issue(String id) {
        return issuing.issue(report(id));
    }

    /** What the acting person may ask for to have an issued report put right. */
    @Transactional(readOnly = true)
    public List<CorrectionKind> correctable(String reportNo) {
        return corrected.open(register.issued(reportNo));
    }

    /**
     * The acting person asks for the correction, recall or voiding of an issued report; its process begins.
     *
     * @return the correction's id
     */
    public String correct(String reportNo, Map<String, ?> form) {
        return corrected.propose(register.issued(reportNo), form);
    }

    /** An agreed correction begins. Answers TEST or REPORT: where the case goes on. */
    public String reopen(String correctionId) {
        return corrected.reopen(correctionId);
    }

    /** An agreed recall or voiding is carried out. */
    public void recall(String correctionId) {
        recalling.recall(correctionId);
    }

    /** Whether an issued report neither was replaced nor called back. The caller has checked who may know of it. */
    @Transactional(readOnly = true)
    public boolean stands(String reportNo) {
        return reports.findByIssueReportNo(reportNo).filter(corrected::stands).isPresent();
    }

    /** A decision did not come in time. */
    public void escalate(String id, String task) {
        commissions.overdue(report(id).caseId(), task);
    }

    /** What the forms show of it. */
    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String id) {
        return sheets.sheet(report(id));
    }

    /** The newest report of the case, whatever its status. */
    @Transactional(readOnly = true)
    public Optional<ReportView> ofCase(String caseId) {
        return history(caseId).stream().findFirst();
    }

    /** Every report of the case, newest first. The caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<ReportView> history(String caseId) {
        return reports.findByCaseIdOrderByAttemptDesc(caseId).stream()
                .map(register::view)
                .toList();
    }

    /**
     * Issued reports of the cases the acting person may see, newest first.
     *
     * @param search part of number, project, sample or commission; blank for all
     * @param status SIGNED, RECALLED or REPLACED; blank for all
     */
    @Transactional(readOnly = true)
    public Paged<ReportView> list(String search, String status, int page, int size) {
        return register.list(search, status, page, size);
    }

    /** @throws NotFound for numbers never issued and for reports of cases the acting person may not see */
    @Transactional(readOnly = true)
    public ReportView issued(String reportNo) {
        return register.view(register.issued(reportNo));
    }

    /** The signed file, byte by byte. */
    @Transactional(readOnly = true)
    public byte[] pdf(String reportNo) {
        return files.read(issued(reportNo).issue().pdfSha256());
    }

    /** The draft as it would be printed; for people of its laboratory and the station. */
    @Transactional(readOnly = true)
    public byte[] draftPdf(String id) {
        return renderer.render(draftModel(id));
    }

    /** The first pages of the draft as one PNG, for a task's form, which can show a picture but no PDF. */
    @Transactional(readOnly = true)
    public byte[] draftPicture(String id) {
        return renderer.picture(draftModel(id));
    }

    private ReportModel draftModel(String id) {
        return curves.drawn(ReportContent.read(register.draft(id).content()).model());
    }

    /** What an issued report says by its proof; empty for numbers never issued and reports that were tampered with. */
    @Transactional(readOnly = true)
    public Optional<ProvenReport> proven(String reportNo) {
        return verifier.proven(reportNo);
    }

    /**
     * All issued reports of a project and item, whatever became of them, as they were kept: for lists, not to decide on. The
     * caller has checked who may know of the project.
     */
    @Transactional(readOnly = true)
    public List<ReportPrint> printsOf(String projectCode, String item) {
        return prints.ofProject(projectCode, item);
    }

    /** What one prints and what became of it, by its proof; empty where its evidence does not prove both. */
    @Transactional(readOnly = true)
    public Optional<ReportPrint> provenPrint(String reportNo) {
        return prints.proven(reportNo);
    }

    /** What became of these reports, by their rows; numbers that nobody knows are left out. */
    @Transactional(readOnly = true)
    public Map<String, ReportStatus> statuses(Collection<String> reportNos) {
        return prints.statuses(reportNos);
    }

    /** What the token of a QR code is worth. */
    @Transactional(readOnly = true)
    public Verification verify(String token) {
        return verifier.token(token);
    }

    /** Its curves for anybody: none of a report that does not stand. */
    @Transactional(readOnly = true)
    public List<PublicCurves.PublicCurve> publicCurves(Verification found) {
        return published.of(found);
    }

    /** What the picture of that curve is known by, in the order of {@link #publicCurves}. */
    @Transactional(readOnly = true)
    public Optional<String> publicCurveTag(Verification found, int number) {
        return published.tag(found, number);
    }

    /** The picture of that curve; empty where it cannot be proven. */
    @Transactional(readOnly = true)
    public Optional<byte[]> publicCurve(Verification found, int number) {
        return published.png(found, number);
    }

    /** What the file with that hash is worth; empty where no such file was ever issued. */
    @Transactional(readOnly = true)
    public Optional<Verification> verifyHash(String pdfSha256) {
        return verifier.issued(pdfSha256);
    }

    /** What a file that claims to be a report is worth. */
    @Transactional(readOnly = true)
    public Verification verify(byte[] pdf) {
        return verifier.file(pdf);
    }

    private Report report(String id) {
        return reports.findById(id).orElseThrow(() -> new NotFound("reporting.report.unknown"));
    }
}
