package org.jianzheng.qualification.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.GateRule;
import org.jianzheng.qualification.gate.Snapshots;
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
    Snapshots snapshots;

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
        LocalDate until = sql.queryForObject(
                "SELECT MAX(valid_until) FROM qualification_scope WHERE lab_code = 'BJ01' AND item = 'concrete-cube'",
                LocalDate.class);
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
            assertThat(breach.origin()).isEqualTo(Found.Origin.GATE);
            dismiss(breach.id());
        });
        driver.receive(caseId);
        assertThat(driver.task(caseId).key()).isEqualTo("assignTest");
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
