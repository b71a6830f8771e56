package org.jianzheng.commission.process;

import static org.jianzheng.workflow.step.Milestone.ACCEPTED;
import static org.jianzheng.workflow.step.Milestone.ORDERED;
import static org.jianzheng.workflow.step.Milestone.ORDER_RETURNED;
import static org.jianzheng.workflow.step.Milestone.ORDER_WITHDRAWN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Registry;
import org.jianzheng.workflow.step.CalledByEarlierDiagrams;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.GivesForm;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What the case diagram asks of commissions. */
@ProcessSteps("commission")
public class CommissionSteps {

    private final Commissions commissions;
    private final Registry registry;

    CommissionSteps(Commissions commissions, Registry registry) {
        this.commissions = commissions;
        this.registry = registry;
    }

    /** The client's projects, whoever acts. */
    public List<Map<String, Object>> projectsOf(String caseId) {
        return commissions.projectsOf(commissions.clientPath(caseId)).stream()
                .map(CommissionSteps::option)
                .toList();
    }

    /** The city's laboratories. */
    public List<Map<String, Object>> labs() {
        return registry.labs().stream()
                .map(lab -> option(lab.name(), lab.code()))
                .toList();
    }

    /** What is fixed in a re-test; without a report number for a first test. */
    public Map<String, Object> retest(String caseId) {
        CommissionView order = commissions.find(caseId);
        return order.retest().reportNo() == null
                ? Map.of()
                : Map.of("reportNo", order.retest().reportNo(), "note", commissions.retestNote(caseId));
    }

    /** @return the form by which the order is put right when it is refused: its item is the order's for good */
    @GivesForm("correctCommission")
    @Needs(not = {ORDERED, ACCEPTED, ORDER_RETURNED, ORDER_WITHDRAWN})
    @Gives(ORDERED)
    public String register(String caseId, Map<String, Object> form) {
        commissions.register(caseId, form);
        return commissions.correctionForm(caseId);
    }

    public String labOf(String caseId) {
        return commissions.find(caseId).parties().labCode();
    }

    public String developerOf(String caseId) {
        return commissions.find(caseId).parties().developerCode();
    }

    public String contractorOf(String caseId) {
        return commissions.find(caseId).parties().contractorCode();
    }

    public String supervisionOf(String caseId) {
        return commissions.find(caseId).parties().supervisionCode();
    }

    /** Group whose people decide for the client when something is refused. */
    public String clientOf(String caseId) {
        String employer = commissions.clientPath(caseId);
        String kind = employer.contains("/") ? employer.substring(0, employer.indexOf('/')) : employer;
        return switch (kind) {
            case "developers" -> employer + "/commissioner";
            case "contractors" -> employer + "/sampler";
            case "supervision" -> employer + "/witness";
            default -> employer + "/supervisor";
        };
    }

    @CalledByEarlierDiagrams
    public String familyOf(String caseId) {
        return commissions.find(caseId).asked().family();
    }

    /** Null until the laboratory has accepted. */
    public String numberOf(String caseId) {
        return commissions.find(caseId).commissionNo();
    }

    /** What the case is about in a few words, for the names of tasks. */
    public String titleOf(String caseId) {
        CommissionView order = commissions.find(caseId);
        return order.site().projectName() + " " + order.sample().name() + " "
                + order.asked().grade();
    }

    /** The contract review. @return whether the laboratory accepted */
    @Needs(ORDERED)
    @Gives(on = "true", value = ACCEPTED)
    @Gives(on = "false", value = ORDER_RETURNED)
    public boolean accept(String caseId, Map<String, Object> form) {
        return commissions.review(caseId, form);
    }

    /** @return whether the order was submitted again; otherwise it was withdrawn */
    @Needs(ORDER_RETURNED)
    @Gives(on = "true", value = ORDERED)
    @Gives(on = "false", value = ORDER_WITHDRAWN)
    public boolean correct(String caseId, Map<String, Object> form) {
        return commissions.correct(caseId, form);
    }

    /** @return whether a new sample is to be taken; otherwise the commission was withdrawn */
    @Needs(ACCEPTED)
    @Gives(on = "false", value = ORDER_WITHDRAWN)
    public boolean resample(String caseId, Map<String, Object> form) {
        return commissions.resample(caseId, form);
    }

    public void escalate(String caseId, String task) {
        commissions.overdue(caseId, task);
    }

    /** Why the laboratory refused at the last review; empty when it did not. */
    public String reviewReason(String caseId) {
        String reason = commissions.find(caseId).course().reviewReason();
        return reason == null ? "" : reason;
    }

    /** The order as it was asked for, to be put right. */
    public Map<String, Object> asked(String caseId) {
        return commissions.asked(caseId);
    }

    /** The order as people read it, ready formatted. */
    public Map<String, Object> sheet(String caseId) {
        CommissionView order = commissions.find(caseId);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("commissionNo", order.commissionNo() == null ? "（受理后编号）" : order.commissionNo());
        sheet.put("nature", order.natureText());
        sheet.put("retest", either(commissions.retestNote(caseId)));
        sheet.put(
                "client",
                order.names().client() + "，" + order.client().contact() + " "
                        + order.client().phone());
        sheet.put("project", order.site().projectName() + "（" + order.site().supervisionRegNo() + "）");
        sheet.put("place", order.site().unitWorks() + "，" + order.site().part());
        sheet.put(
                "parties",
                order.names().developer() + "；" + order.names().contractor() + "；"
                        + order.names().supervision());
        sheet.put("lab", order.names().lab());
        sheet.put("item", order.asked().itemName());
        sheet.put(
                "sample",
                said(
                        order.sample().name(),
                        order.asked().grade(),
                        order.sample().spec()));
        sheet.put(
                "maker",
                either(order.sample().maker()) + "；" + either(order.sample().batchNo()));
        sheet.put("represents", order.sample().represents());
        sheet.put("specimens", order.sample().specimenCount() + " 件");
        sheet.put("madeOn", order.sample().madeOn().toString());
        sheet.put(
                "age",
                order.sample().ageDays() == null
                        ? "—"
                        : order.sample().ageDays() + " d，" + order.sample().curingText());
        sheet.put("testStandards", order.asked().testStandards());
        sheet.put("requirements", order.asked().requirements());
        sheet.put("terms", either(order.terms()));
        sheet.put("remarks", either(order.client().remarks()));
        return sheet;
    }

    private static String said(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("，"));
    }

    private static String either(String text) {
        return text.isEmpty() ? "—" : text;
    }

    private static Map<String, Object> option(Project project) {
        return option(project.name() + "（" + project.code() + "）", project.code());
    }

    private static Map<String, Object> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
