package org.jianzheng.breach.process;

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
    public String notifyLab(String caseId) {
        return handling.notifyLab(caseId);
    }

    /** When the present task has to be done. */
    public String dueAt(String caseId) {
        return breaches.dueAt(caseId).atOffset(ZoneOffset.UTC).toString();
    }

    public void explain(String caseId, Map<String, Object> form) {
        handling.explain(caseId, new FormValues(form));
    }

    public void unexplained(String caseId) {
        handling.unexplained(caseId);
    }

    /** @return DISMISS, WARN, CORRECT or SUSPEND */
    public String decide(String caseId, Map<String, Object> form) {
        return handling.decide(caseId, new FormValues(form));
    }

    /** @return whether the laboratory appeals */
    public boolean answer(String caseId, Map<String, Object> form) {
        return handling.answer(caseId, new FormValues(form));
    }

    public void acceptSilently(String caseId) {
        handling.acceptSilently(caseId);
    }

    /** @return whether the decision stands */
    public boolean ruleOnAppeal(String caseId, Map<String, Object> form) {
        return handling.ruleOnAppeal(caseId, new FormValues(form));
    }

    public void correct(String caseId, Map<String, Object> form) {
        handling.correct(caseId, new FormValues(form));
    }

    /** @return whether the correction will do */
    public boolean check(String caseId, Map<String, Object> form) {
        return handling.check(caseId, new FormValues(form));
    }

    public void remind(String caseId) {
        handling.remind(caseId);
    }

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
