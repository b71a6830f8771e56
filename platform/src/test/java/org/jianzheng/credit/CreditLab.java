package org.jianzheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jianzheng.breach.BreachDecided;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.support.As;
import org.jianzheng.support.OwnSteps;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A laboratory that nobody else has heard of, one breach of it, and what that costs. */
final class CreditLab {

    /** A Monday without holidays for weeks. */
    static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");
    static final Map<String, Object> APPEAL = Map.of("decision", "APPEAL", "reason", "该项参数资质在事发当日有效");

    private final String code = "CR" + UUID.randomUUID().toString().substring(0, 6);
    private final String breachId = UUID.randomUUID().toString();
    private final ApplicationContext platform;
    private final Credit credit;
    private final CreditEntries entries;
    private final Processes processes;
    private final ProcessEngine engine;
    private final JdbcTemplate sql;

    CreditLab(ApplicationContext platform) {
        this.platform = platform;
        this.credit = platform.getBean(Credit.class);
        this.entries = platform.getBean(CreditEntries.class);
        this.processes = platform.getBean(Processes.class);
        this.engine = platform.getBean(ProcessEngine.class);
        this.sql = platform.getBean(JdbcTemplate.class);
    }

    String code() {
        return code;
    }

    String path() {
        return "labs/" + code;
    }

    String breachId() {
        return breachId;
    }

    Person head() {
        return new Person("head-" + code, "沈立群", Set.of(path() + "/labadmin"));
    }

    void decided(String rule, String decision) {
        Instant now = platform.getBean(Clock.class).instant();
        published("supervisor", new BreachDecided(breachId, code, rule, decision, now));
    }

    void published(String person, Object event) {
        As.person(person, () -> platform.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> platform.publishEvent(event)));
        sql.queryForList("SELECT id FROM credit_entry WHERE house LIKE ?", String.class, "%/" + code)
                .forEach(new OwnSteps(engine)::finish);
    }

    /** Newest first. */
    List<CreditEntry> entries() {
        return entries.findByHouseOrderByRecordedAtDesc(path());
    }

    /** The newest. */
    CreditEntryView entry() {
        String id = entries().get(0).id();
        return As.person("supervisor", () -> credit.find(id));
    }

    /** What the newest does by itself. */
    void goOn() {
        new OwnSteps(engine).finish(entry().id());
    }

    void complete(Person person, Map<String, Object> form) {
        String task = openTasks().get(0).id();
        As.person(person, null, () -> processes.complete(task, form));
    }

    List<OpenTask> openTasks() {
        return processes.openTasks(List.of(entry().id()));
    }

    void fireTimer() {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(entries().get(0).process())
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
    }

    String points(LocalDate day) {
        return As.person("supervisor", () -> credit.score(path(), day)).points();
    }

    LocalDate today() {
        return CityTime.today(platform.getBean(Clock.class));
    }

    List<String> noticesTo(String to) {
        return sql.queryForList(
                "SELECT title FROM notice WHERE recipient = ? AND case_id = ? ORDER BY sent_at",
                String.class,
                to,
                entry().id());
    }

    List<String> actions(String id) {
        return platform.getBean(Ledger.class).ofCase(id, 0, 50).items().stream()
                .map(LedgerLine::action)
                .toList();
    }

    static void assertRefused(String code, Runnable work) {
        assertThat(catchThrowable(work::run))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}
