package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.support.As;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.engine.Inbox;
import org.jianzheng.workflow.form.FormContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The forms of real cases, opened by the people whose turn it is. */
@PlatformTest
class FormsShownModuleTest {

    /** Of opening one form, at most: ordering a test asks the registries who and what may do it. */
    private static final int STATEMENTS = 90;

    private static final List<String> WRITES = List.of("Com_insert", "Com_update", "Com_delete", "Com_replace");

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private EntityManager entities;

    @Autowired
    private TransactionTemplate transaction;

    static List<DemoTest> families() {
        return DemoTest.all();
    }

    /** What a form reads is there, whatever gives it: the check of diagrams cannot look into a map. */
    @ParameterizedTest
    @MethodSource("families")
    void everyFormOfACaseIsGivenWhatItReadsAndOpeningItWritesNothing(DemoTest test) {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.commission(test);
        while (!driver.isFinished(caseId)) {
            Submission next = driver.next(caseId, test);
            Opened opened = As.person(
                    next.person(),
                    () -> transaction.execute(status -> open(next.task().id())));
            assertThat(opened.shown())
                    .as(opened.form())
                    .containsAll(contract(opened.form()).reads());
            assertThat(opened.written())
                    .as("written by opening %s", opened.form())
                    .isZero();
            assertThat(opened.statements())
                    .as("statements of opening %s", opened.form())
                    .isBetween(1L, (long) STATEMENTS);
            driver.submit(next);
        }
    }

    private record Opened(String form, Set<String> shown, long written, long statements) {}

    /** Within one transaction all of it goes by one connection, which counts for itself. */
    private Opened open(String task) {
        String form = inbox.formOf(task);
        Map<String, Long> before = counts();
        Set<String> shown = inbox.shown(task).keySet();
        entities.flush();
        Map<String, Long> after = counts();
        long written = WRITES.stream()
                .mapToLong(kind -> after.get(kind) - before.get(kind))
                .sum();
        return new Opened(form, shown, written, after.get("Com_select") - before.get("Com_select"));
    }

    private Map<String, Long> counts() {
        return database.queryForList("show session status like 'Com\\_%'").stream()
                .filter(row ->
                        WRITES.contains(row.get("Variable_name")) || "Com_select".equals(row.get("Variable_name")))
                .collect(Collectors.toMap(
                        row -> (String) row.get("Variable_name"), row -> Long.valueOf((String) row.get("Value"))));
    }

    private static FormContract contract(String form) {
        return FormContract.read(new String(BundledFiles.forms().get(form), StandardCharsets.UTF_8));
    }
}
