package org.jianzheng.support;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.breach.sweep.Sweep;
import org.jianzheng.identity.Person;
import org.jianzheng.workflow.Processes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * BJ02 took in mortar four weeks ago and its mortar scope has run out since: the sweep finds it, the station orders a
 * correction, and the laboratory takes its points. What it corrects is still to come.
 */
final class DemoBreach {

    static final String LAB = "BJ02";

    private static final Person RECEIVER = new Person("receiver.bj02", "田甜", Set.of("labs/BJ02/receiver"));
    private static final Person ADMIN = new Person("labadmin.bj02", "郭建文", Set.of("labs/BJ02/labadmin"));
    private static final Breaches.Filter ITS_OPEN_ONES = new Breaches.Filter("", "OPEN", "LAB_SCOPE", LAB);

    private final CaseDriver driver;
    private final Processes processes;
    private final Sweep sweep;
    private final Breaches breaches;
    private final OwnSteps ownSteps;
    private final JdbcTemplate sql;
    private final Clock clock;

    DemoBreach(ApplicationContext platform, CaseDriver driver) {
        this.driver = driver;
        this.processes = platform.getBean(Processes.class);
        this.sweep = platform.getBean(Sweep.class);
        this.breaches = platform.getBean(Breaches.class);
        this.ownSteps = new OwnSteps(platform.getBean(ProcessEngine.class));
        this.sql = platform.getBean(JdbcTemplate.class);
        this.clock = platform.getBean(Clock.class);
    }

    /** What the laboratory's receiver does: reviews the contract, or takes the sample in. */
    void receive(String caseId) {
        CaseDriver.Submission typed = driver.next(caseId, null);
        As.person(
                RECEIVER, clock.instant(), () -> processes.complete(typed.task().id(), typed.form()));
        driver.goOn(caseId);
    }

    void found() {
        As.person("supervisor", sweep::run);
    }

    void explained() {
        complete(ADMIN, breach().id(), Map.of("explanation", "砂浆项目资质已于到期前申请延续，评审尚未完成；该组试件收样时资质有效。"));
    }

    void decided() {
        String reason = "资质到期后未停止该项目，责令立即停止砂浆检测，未完成的委托转交有资质的机构。";
        complete(As.whoIs("supervisor"), breach().id(), Map.of("decision", "CORRECT", "reason", reason));
        ownSteps.finish(entry());
    }

    /** The laboratory takes the decision, and the points it is told of. */
    void accepted() {
        complete(ADMIN, breach().id(), Map.of("answer", "ACCEPT"));
        complete(ADMIN, entry(), Map.of("decision", "ACCEPT"));
    }

    private BreachView breach() {
        return As.person("supervisor", () -> breaches.list(ITS_OPEN_ONES, 0, 1))
                .items()
                .get(0);
    }

    private String entry() {
        return sql.queryForObject(
                "SELECT id FROM credit_entry WHERE subject = ? ORDER BY happened_at DESC LIMIT 1",
                String.class,
                "breach:" + breach().id());
    }

    private void complete(Person person, String caseId, Map<String, Object> form) {
        String task = processes.openTasks(List.of(caseId)).get(0).id();
        As.person(person, clock.instant(), () -> processes.complete(task, form));
    }
}
