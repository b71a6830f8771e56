package org.jianzheng.commission;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.commission.order.ItemOrder;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.stereotype.Component;

/** Puts together what others read of a commission: its own facts, its project's, its organisations' names. */
@Component
class CommissionViews {

    private final Projects projects;
    private final Registry registry;

    CommissionViews(Projects projects, Registry registry) {
        this.projects = projects;
        this.registry = registry;
    }

    CommissionView of(Commission commission, CaseStage stage) {
        CommissionRequest asked = commission.request();
        Project project = projects.find(asked.projectCode()).orElseThrow();
        CaseParties parties = commission.parties();
        String lab = "labs/" + parties.labCode();
        String developer = "developers/" + parties.developerCode();
        String contractor = "contractors/" + parties.contractorCode();
        String supervision = "supervision/" + parties.supervisionCode();
        String client = commission.clientPath();
        Map<String, String> names = registry.names(
                Stream.of(lab, developer, contractor, supervision, client).collect(Collectors.toSet()));
        ItemOrder order = asked.order();
        TestItem item = order.item();
        return new CommissionView(
                commission.caseId(),
                commission.commissionNo(),
                stage.name(),
                asked.nature().name(),
                asked.nature().label(),
                parties,
                new CommissionView.Site(
                        project.code(),
                        project.name(),
                        project.supervisionRegNo(),
                        project.permitNo(),
                        asked.unitWorks(),
                        asked.part()),
                new CommissionView.Order(
                        item.code(),
                        order.title(asked.grade(), asked.details()),
                        item.family(),
                        asked.grade(),
                        asked.details(),
                        asked.requirements(),
                        asked.testStandards(),
                        asked.methodSha256(),
                        asked.methodSha256() == null ? Map.of() : order.counts(asked.details(), asked.represents()),
                        commission.policies().orElse(Map.of())),
                new CommissionView.Sample(
                        order.sampleName(asked.grade(), asked.details()),
                        order.spec(asked.grade(), asked.details()),
                        asked.maker(),
                        asked.batchNo(),
                        asked.represents(),
                        asked.specimenCount(),
                        asked.madeOn(),
                        asked.ageDays(),
                        curing(asked)),
                new CommissionView.Names(
                        names.get(lab),
                        names.get(developer),
                        names.get(contractor),
                        names.get(supervision),
                        names.get(client)),
                new CommissionView.Client(asked.contact(), asked.phone(), asked.reportCopies(), asked.remarks()),
                new CommissionView.Course(commission.submittedAt(), commission.reviewReason()),
                new CommissionView.Retest(asked.retestOf(), asked.retestCaseId()));
    }

    private static String curing(CommissionRequest asked) {
        String curing = asked.details().getOrDefault("curing", "");
        return switch (curing) {
            case "STANDARD" -> "标准养护";
            case "SAME_CONDITION_600" -> "同条件养护（600 ℃·d）";
            case "SAME_CONDITION" -> "同条件养护";
            default -> "—";
        };
    }
}
