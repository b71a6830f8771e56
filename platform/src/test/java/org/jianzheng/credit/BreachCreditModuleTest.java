package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.gate.OwnLab.TODAY;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.gate.OwnLab;
import org.jianzheng.identity.Person;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.OwnSteps;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A breach that the gate found, decided in its own process: what it costs, and what becomes of that on appeal. */
@PlatformTest
@Clause({"4.1.11", "5.3.4"})
class BreachCreditModuleTest {

    private static final String ITEM = "concrete-cube";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Gate gate;

    @Autowired
    Credit credit;

    @Autowired
    CreditEntries entries;

    @Autowired
    Processes processes;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    private OwnLab lab;
    private String breachId;

    @BeforeEach
    void aLaboratoryTakesInASampleBeyondItsScope() {
        lab = new OwnLab(platform, "rebar");
        String caseId = lab.openCases(1, ITEM, "SAMPLING").get(0);
        var receipt = GateQuestion.at(GatePoint.RECEIPT, caseId, ITEM, TODAY).lab(lab.code());
        As.person("receiver", () -> transaction.executeWithoutResult(status -> gate.pass(receipt)));
        breachId =
                sql.queryForObject("SELECT id FROM qualification_breach WHERE lab_code = ?", String.class, lab.code());
        complete(lab.admin(), breachId, Map.of("explanation", "续证手续在办"));
        complete(OwnLab.supervisor(), breachId, Map.of("decision", "CORRECT", "reason", "超出资质范围收样"));
        new OwnSteps(engine).finish(entry().id());
    }

    @Test
    void theDecisionCostsTheLaboratoryPointsOfWhichItIsTold() {
        assertThat(entry().state()).isEqualTo(CreditEntryState.NOTIFIED);
        assertThat(entry().sanction().code()).isEqualTo("NL-01B");
        complete(lab.admin(), entry().id(), Map.of("decision", "ACCEPT"));

        assertThat(points()).isEqualTo("94");
    }

    @Test
    void aDecisionReversedOnItsOwnAppealCostsNothingAnyMore() {
        complete(lab.admin(), entry().id(), Map.of("decision", "ACCEPT"));
        complete(lab.admin(), breachId, Map.of("answer", "APPEAL", "reason", "证书当日已经续期"));
        assertThat(points()).as("until somebody decides").isEqualTo("94");

        complete(OwnLab.stationAdmin(), breachId, Map.of("ruling", "REVERSE", "reason", "证书当日已经续期"));

        assertThat(entry().state()).isEqualTo(CreditEntryState.DISMISSED);
        assertThat(points()).isEqualTo("100");
    }

    private CreditEntry entry() {
        return entries.findByHouseOrderByRecordedAtDesc("labs/" + lab.code()).get(0);
    }

    private String points() {
        return As.person("supervisor", () -> credit.score("labs/" + lab.code(), TODAY))
                .points();
    }

    private void complete(Person person, String caseId, Map<String, Object> form) {
        String task = processes.openTasks(List.of(caseId)).get(0).id();
        As.person(person, null, () -> processes.complete(task, form));
    }
}
