package org.jianzheng.reporting.composing;

import static org.jianzheng.workflow.step.Milestone.CORRECTION_PROPOSED;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.correction.ChangedValue;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionSubject;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.CorrectionWords;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.step.Begins;
import org.springframework.stereotype.Component;

/** What was corrected on the way to a report: whoever reviews, signs or reads it is told (ISO/IEC 17025, 7.5.2). */
@Begins(value = "correction-approval", with = CORRECTION_PROPOSED)
@Component
public class Amendments {

    private static final int LONGEST_LINE = 160;

    private final Testing testing;
    private final Corrections corrections;
    private final Processes processes;

    Amendments(Testing testing, Corrections corrections, Processes processes) {
        this.testing = testing;
        this.corrections = corrections;
        this.processes = processes;
    }

    /**
     * The diagram has the correction agreed to before it drafts. Cases that run on under an earlier diagram draft first: their
     * correction is asked for here, and review and signature wait for it.
     */
    public void settle(String caseId) {
        String open = testing.correct(caseId);
        if (!open.isEmpty()) {
            processes.start("correction-approval", caseId, Map.of("correctionId", open));
        }
    }

    /**
     * Whoever agreed to a correction, or decided what the standard left open, has formed an opinion of it already.
     *
     * @param as {@code review} or {@code sign}
     */
    public void mayJudge(String as, String caseId, Person person) {
        boolean approved = corrections.ofCase(caseId).stream()
                .anyMatch(each ->
                        each.approver() != null && each.approver().username().equals(person.username()));
        if (approved) {
            throw new RuleBroken("reporting." + as + ".ownCorrection", person.name());
        }
        if (testing.deciders(caseId).contains(person.username())) {
            throw new RuleBroken("reporting." + as + ".ownDecision", person.name());
        }
    }

    /** Remarks name every correction of the record and of its curves: what it was, what it is, why, who agreed. */
    public ReportModel printed(String caseId, ReportModel model) {
        String remark = remark("原始记录更正", counting(caseId)) + remark("屈服点人工更正", ofCurves(caseId));
        if (remark.isEmpty()) {
            return model;
        }
        String remarks = Composer.joined("", model.text().get("remarks"), remark);
        return model.stamped(Map.of("remarks", remarks), model.stamps());
    }

    private static String remark(String what, List<CorrectionView> made) {
        String lines = made.stream().map(Amendments::line).collect(Collectors.joining("；"));
        return made.isEmpty() ? "" : "%s %d 次：%s。".formatted(what, made.size(), lines);
    }

    private List<CorrectionView> ofCurves(String caseId) {
        return corrections.ofCase(caseId).stream()
                .filter(each -> each.subject().kind() == CorrectionSubject.Kind.CURVE)
                .filter(each -> each.state() == CorrectionState.DONE)
                .toList();
    }

    /** A first test of what failed before says so: else whoever shops for a verdict shows the report that they like. */
    public static ReportModel failedBefore(List<String> reports, ReportModel model) {
        if (reports.isEmpty()) {
            return model;
        }
        String numbers = String.join("、", reports);
        String remark = "同一批次或部位已有不合格报告 %s，本报告不是其复检。".formatted(numbers);
        return model.stamped(
                Map.of(
                        "failedBefore",
                        numbers,
                        "remarks",
                        Composer.joined("", remark, model.text().get("remarks"))),
                model.stamps());
    }

    /** An amended report names the one it replaces, and why (ISO/IEC 17025, 7.8.8.3). */
    public static ReportModel replacing(CorrectionView correction, ReportModel model) {
        String old = correction.title();
        String remark = "本报告为更正报告，替代报告 %s；更正原因：%s。报告 %s 自本报告签发之日起作废，请交回。".formatted(old, why(correction), old);
        return model.stamped(
                Map.of(
                        "replacesReportNo",
                        old,
                        "remarks",
                        Composer.joined("", remark, model.text().get("remarks"))),
                model.stamps());
    }

    /** Rows of the forms of reviewer and signatory. */
    public List<Map<String, String>> rows(String caseId) {
        return corrections.ofCase(caseId).stream()
                .filter(Amendments::ofRecord)
                .map(each -> Map.of(
                        "what", values(each),
                        "why", why(each),
                        "by",
                                each.proposer().name() + " "
                                        + CityTime.minute(each.proposer().at()),
                        "approved", approved(each)))
                .toList();
    }

    /** Whether any of them makes another verdict of it. */
    public boolean changed(String caseId) {
        return corrections.ofCase(caseId).stream()
                .anyMatch(each -> ofRecord(each) && each.effect().changesVerdict());
    }

    private List<CorrectionView> counting(String caseId) {
        return corrections.ofCase(caseId).stream()
                .filter(each -> ofRecord(each)
                        && each.state() != CorrectionState.REFUSED
                        && each.effect().changes().stream().anyMatch(Amendments::differs))
                .toList();
    }

    private static boolean ofRecord(CorrectionView correction) {
        return correction.subject().kind() == CorrectionSubject.Kind.RESULT;
    }

    private static boolean differs(ChangedValue change) {
        return !change.before().equals(change.after());
    }

    private static String line(CorrectionView correction) {
        String approver = correction.approver() == null
                ? ""
                : "，批准 " + correction.approver().name();
        return "%s，%s，更正 %s%s"
                .formatted(
                        values(correction),
                        why(correction),
                        correction.proposer().name(),
                        approver);
    }

    private static String values(CorrectionView correction) {
        String all = correction.effect().changes().stream()
                .filter(Amendments::differs)
                .map(change -> change.label() + " " + change.before() + " → " + change.after())
                .collect(Collectors.joining("、"));
        return all.length() <= LONGEST_LINE ? all : all.substring(0, LONGEST_LINE) + "…";
    }

    private static String why(CorrectionView correction) {
        return CorrectionWords.reason(correction.reason()) + "：" + correction.text();
    }

    private static String approved(CorrectionView correction) {
        if (correction.approver() != null) {
            return (correction.state() == CorrectionState.REFUSED ? "不同意 " : "同意 ")
                    + correction.approver().name();
        }
        return correction.effect().changesVerdict() ? "待审批" : "判定未变";
    }
}
