package org.jianzheng.breach.process;

import static org.jianzheng.workflow.step.Milestone.BREACH_CLOSED;
import static org.jianzheng.workflow.step.Milestone.BREACH_CORRECTED;
import static org.jianzheng.workflow.step.Milestone.BREACH_EXPLAINED;
import static org.jianzheng.workflow.step.Milestone.BREACH_FOUND;
import static org.jianzheng.workflow.step.Milestone.BREACH_SETTLED;
import static org.jianzheng.workflow.step.Milestone.BREACH_TO_CORRECT;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_APPEALED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_DECIDED;
import static org.jianzheng.workflow.step.Milestone.LAB_NOTIFIED;
import static org.jianzheng.workflow.step.Milestone.WARNING_APPEALED;
import static org.jianzheng.workflow.step.Milestone.WARNING_DECIDED;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jianzheng.breach.BreachActView;
import org.jianzheng.breach.BreachHandling;
import org.jianzheng.breach.BreachSanction;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.records.ChineseText;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What the diagram of a breach asks. */
@ProcessSteps("breach")
public class BreachSteps {

    private final Breaches breaches;
    private final BreachHandling handling;
    private final DisplayNames names;
    private final ChineseText wording;

    BreachSteps(Breaches breaches, BreachHandling handling, DisplayNames names, ChineseText wording) {
        this.breaches = breaches;
        this.handling = handling;
        this.names = names;
        this.wording = wording;
    }

    /** @return the breach's number */
    @Needs(BREACH_FOUND)
    @Gives(LAB_NOTIFIED)
    public String notifyLab(String caseId) {
        return handling.notifyLab(caseId);
    }

    /** When the present task has to be done. */
    @Needs({LAB_NOTIFIED, WARNING_DECIDED, CORRECTION_DECIDED, BREACH_TO_CORRECT})
    public String dueAt(String caseId) {
        return breaches.dueAt(caseId).atOffset(ZoneOffset.UTC).toString();
    }

    @Needs(LAB_NOTIFIED)
    @Gives(BREACH_EXPLAINED)
    public void explain(String caseId, Map<String, Object> form) {
        handling.explain(caseId, new FormValues(form));
    }

    @Needs(LAB_NOTIFIED)
    @Gives(BREACH_EXPLAINED)
    public void unexplained(String caseId) {
        handling.unexplained(caseId);
    }

    /** @return DISMISS, WARN, CORRECT or SUSPEND */
    @Needs(BREACH_EXPLAINED)
    @Gives(on = "DISMISS", value = BREACH_SETTLED)
    @Gives(on = "WARN", value = WARNING_DECIDED)
    @Gives(
            on = {"CORRECT", "SUSPEND"},
            value = CORRECTION_DECIDED)
    public String decide(String caseId, Map<String, Object> form) {
        return handling.decide(caseId, new FormValues(form));
    }

    /** @return whether the laboratory appeals */
    @Needs({WARNING_DECIDED, CORRECTION_DECIDED})
    @Gives(on = "true", from = WARNING_DECIDED, value = WARNING_APPEALED)
    @Gives(on = "true", from = CORRECTION_DECIDED, value = CORRECTION_APPEALED)
    @Gives(on = "false", from = WARNING_DECIDED, value = BREACH_SETTLED)
    @Gives(on = "false", from = CORRECTION_DECIDED, value = BREACH_TO_CORRECT)
    public boolean answer(String caseId, Map<String, Object> form) {
        return handling.answer(caseId, new FormValues(form));
    }

    @Needs({WARNING_DECIDED, CORRECTION_DECIDED})
    @Gives(from = WARNING_DECIDED, value = BREACH_SETTLED)
    @Gives(from = CORRECTION_DECIDED, value = BREACH_TO_CORRECT)
    public void acceptSilently(String caseId) {
        handling.acceptSilently(caseId);
    }

    /** @return whether the decision stands */
    @Needs({WARNING_APPEALED, CORRECTION_APPEALED})
    @Gives(on = "true", from = WARNING_APPEALED, value = BREACH_SETTLED)
    @Gives(on = "true", from = CORRECTION_APPEALED, value = BREACH_TO_CORRECT)
    @Gives(on = "false", value = BREACH_SETTLED)
    public boolean ruleOnAppeal(String caseId, Map<String, Object> form) {
        return handling.ruleOnAppeal(caseId, new FormValues(form));
    }

    @Needs(BREACH_TO_CORRECT)
    @Gives(BREACH_CORRECTED)
    public void correct(String caseId, Map<String, Object> form) {
        handling.correct(caseId, new FormValues(form));
    }

    /** @return whether the correction will do */
    @Needs(BREACH_CORRECTED)
    @Gives(on = "true", value = BREACH_SETTLED)
    @Gives(on = "false", value = BREACH_TO_CORRECT)
    public boolean check(String caseId, Map<String, Object> form) {
        return handling.check(caseId, new FormValues(form));
    }

    public void remind(String caseId) {
        handling.remind(caseId);
    }

    @Needs(BREACH_SETTLED)
    @Gives(BREACH_CLOSED)
    public void close(String caseId) {
        handling.close(caseId);
    }

    /** The breach as its forms show it, ready formatted. */
    public Map<String, Object> sheet(String caseId) {
        BreachView breach = breaches.ofProcess(caseId);
        List<BreachActView> story = breaches.storyOfProcess(caseId);
        Map<String, Object> sheet = new HashMap<>();
        sheet.put("title", wording.text("breach.title", breach.breachNo()));
        sheet.put("lab", names.employer("labs/" + breach.labCode()));
        sheet.put("rule", wording.text("gate.rule." + breach.rule()));
        sheet.put("reason", breach.reason());
        sheet.put("found", wording.text("breach.origin." + breach.origin()) + " " + CityTime.minute(breach.openedAt()));
        sheet.put("repeats", breach.repeats() == 0 ? "" : wording.text("breach.repeats", breach.repeats() + 1));
        sheet.put("minimum", breach.minimum() == BreachSanction.DISMISS ? "" : said(breach.minimum()));
        sheet.put("due", CityTime.deadline(breach.dueAt()));
        sheet.put("decision", breach.decision() == null ? "" : said(breach.decision()));
        sheet.put("decisionReason", last(story, "DECIDED"));
        sheet.put("appeal", last(story, "APPEALED"));
        sheet.put("correction", last(story, "CORRECTED"));
        sheet.put("returned", last(story, "CHECKED"));
        sheet.put("story", story.stream().map(this::line).collect(Collectors.joining("\n\n")));
        sheet.put(
                "suspended",
                breaches.suspensionsOfProcess(caseId).stream()
                        .filter(one -> one.liftedAt() == null)
                        .map(one -> one.itemLabel())
                        .collect(Collectors.joining("、")));
        return sheet;
    }

    private String said(BreachSanction sanction) {
        return wording.text("breach.decision." + sanction);
    }

    private static String last(List<BreachActView> story, String kind) {
        return story.stream()
                .filter(act -> act.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .map(act -> act.proof().isEmpty() ? act.words() : act.words() + "（" + act.proof() + "）")
                .orElse("");
    }

    private String line(BreachActView act) {
        String outcome = act.outcome() == null ? "" : "：" + wording.text("breach.act.outcome." + act.outcome());
        String words = act.words().isEmpty() ? "" : "　" + act.words();
        String proof = act.proof().isEmpty() ? "" : "（" + act.proof() + "）";
        return CityTime.minute(act.at()) + "　" + Objects.toString(act.byName(), "") + "　"
                + wording.text("breach.act." + act.kind()) + outcome + words + proof;
    }
}
