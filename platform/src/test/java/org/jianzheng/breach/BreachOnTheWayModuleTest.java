package org.jianzheng.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.gate.GateRule;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real case through the door that Tasklist posts to, whose laboratory loses its scope on the way. */
@PlatformTest
@Clause("4.1.11")
class BreachOnTheWayModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Processes processes;

    @Autowired
    Breaches breaches;

    @Autowired
    Commissions commissions;

    @Autowired
    Registry snapshots;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aSampleThatArrivesAfterTheScopeHasEndedIsNotReceivedAndTheBreachIsOpen() {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        LocalDate until = scopeEnds();
        scopeUntil(LocalDate.now(CityTime.ZONE).minusDays(1));
        try {
            assertThatThrownBy(() -> driver.receive(caseId))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessage("sampling.receipt.outOfScope");
            assertThatThrownBy(() -> driver.receive(caseId)).isInstanceOf(RuleBroken.class);
            assertThat(driver.task(caseId).key()).isEqualTo("receiveSample");
        } finally {
            scopeUntil(until);
        }
        List<BreachView> found =
                As.person("labadmin", () -> breaches.list(new Breaches.Filter("", "OPEN", "LAB_SCOPE", "BJ01"), 0, 10)
                        .items());
        assertThat(found).singleElement().satisfies(breach -> {
            assertThat(breach.foundCase()).isEqualTo(caseId);
            assertThat(breach.rule()).isEqualTo(GateRule.LAB_SCOPE);
            assertThat(breach.origin()).isEqualTo(FoundBreach.Origin.GATE);
            dismiss(breach.id());
        });
        driver.receive(caseId);
        assertThat(driver.task(caseId).key()).isEqualTo("assignTest");
    }

    @Test
    void aBreachFoundAtSigningIsExplainedSuspendsTheItemAndEndsWhenItIsLifted() {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toReview(DemoTest.CONCRETE);
        driver.review(caseId);
        LocalDate until = scopeEnds();
        scopeUntil(LocalDate.now(CityTime.ZONE).minusDays(1));
        try {
            assertThatThrownBy(() -> driver.sign(caseId)).hasMessage("reporting.person.notCertified");
        } finally {
            scopeUntil(until);
        }
        String id = only().id();
        complete("labadmin", id, Map.of("explanation", "续证手续未按时办完"));
        complete(
                "supervisor",
                id,
                Map.of("decision", "SUSPEND", "items", List.of("concrete-cube"), "reason", "取得新证前不得出具报告"));
        try {
            // The scope holds again; the suspension stops the report all the same.
            assertThatThrownBy(() -> driver.sign(caseId)).hasMessage("reporting.person.notCertified");
            assertThat(As.person("labadmin", () -> commissions.overview(caseId)).heldReason())
                    .contains("混凝土立方体抗压强度");
            assertThat(As.person("labadmin", () -> breaches.held(id)))
                    .anyMatch(one -> one.caseId().equals(caseId));
            // Who tests samples without names does not read here whose they are.
            assertThat(As.person("tester", () -> breaches.held(id))).isEmpty();
            assertThat(As.person("tester", () -> breaches.affected(id))).isEmpty();
        } finally {
            As.person("supervisor", () -> breaches.lift(id, "新证已经取得"));
        }
        assertThat(As.person("labadmin", () -> commissions.overview(caseId)).heldReason())
                .isNull();
        driver.sign(caseId);
        assertThat(driver.isFinished(caseId)).isTrue();
        complete("labadmin", id, Map.of("answer", "ACCEPT"));
        complete("labadmin", id, Map.of("correction", "到期前三个月起逐月核对"));
        complete("supervisor", id, Map.of("decision", "PASS"));
        assertThat(As.person("labadmin", () -> breaches.find(id)).outcome()).isEqualTo("CORRECTED");
    }

    private BreachView only() {
        List<BreachView> open =
                As.person("labadmin", () -> breaches.list(new Breaches.Filter("", "OPEN", "LAB_SCOPE", "BJ01"), 0, 10)
                        .items());
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private LocalDate scopeEnds() {
        return sql.queryForObject(
                "SELECT MAX(valid_until) FROM qualification_scope WHERE lab_code = 'BJ01' AND item = 'concrete-cube'",
                LocalDate.class);
    }

    private void dismiss(String id) {
        complete("labadmin", id, Map.of("explanation", "续证当日已经生效"));
        complete("supervisor", id, Map.of("decision", "DISMISS", "reason", "核实无误"));
        assertThat(As.person("labadmin", () -> breaches.find(id)).outcome()).isEqualTo("DISMISSED");
    }

    private void complete(String who, String id, Map<String, Object> form) {
        String task = processes.openTasks(List.of(id)).get(0).id();
        As.person(who, () -> processes.complete(task, form));
    }

    private void scopeUntil(LocalDate day) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.update(
                    "UPDATE qualification_scope SET valid_until = ? WHERE lab_code = 'BJ01' AND item = 'concrete-cube'",
                    day);
            snapshots.changed();
        });
    }
}
