package org.jianzheng.nonconformity.duty;

import org.jianzheng.identity.CaseParties;

/** What somebody has to do in a loop, named as its task in the diagram, and whose people do it. */
public enum LoopStep {
    confirmDeveloper("签收不合格通知", "receiptDays", Who.DEVELOPER),
    confirmContractor("签收不合格通知", "receiptDays", Who.CONTRACTOR),
    confirmSupervision("签收不合格通知", "receiptDays", Who.SUPERVISION),
    planTreatment("提交处置方案", "planDays", Who.CONTRACTOR),
    reviewPlan("审核处置方案", "reviewDays", Who.SUPERVISION),
    decideDispute("裁定异议", "disputeDays", Who.STATION),
    commissionRetest("委托复检", "orderDays", Who.DEVELOPER),
    awaitRetest("取得复检结果", "retestDays", Who.DEVELOPER),
    reportCompletion("填报处置完成情况", "treatDays", Who.CONTRACTOR),
    checkTreatment("核查处置结果", "checkDays", Who.SUPERVISION),
    closeLoop("监督销号", "closeDays", Who.STATION);

    private enum Who {
        DEVELOPER,
        CONTRACTOR,
        SUPERVISION,
        STATION
    }

    private final String label;
    private final String days;
    private final Who who;

    LoopStep(String label, String days, Who who) {
        this.label = label;
        this.days = days;
        this.who = who;
    }

    public String label() {
        return label;
    }

    /** Name of the policy's answer that says how many working days it may take. */
    String days() {
        return days;
    }

    public String party(CaseParties parties) {
        return switch (who) {
            case DEVELOPER -> "developers/" + parties.developerCode();
            case CONTRACTOR -> "contractors/" + parties.contractorCode();
            case SUPERVISION -> "supervision/" + parties.supervisionCode();
            case STATION -> "station";
        };
    }
}
