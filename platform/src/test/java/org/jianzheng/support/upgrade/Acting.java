package org.jianzheng.support.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.OwnSteps;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what an {@link Act} says, through the doors that people's browsers use. */
final class Acting {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    private final ApplicationContext platform;
    private final Processes processes;
    private final Clock clock;
    private final OwnSteps ownSteps;

    Acting(ApplicationContext platform) {
        this.platform = platform;
        this.processes = platform.getBean(Processes.class);
        this.clock = platform.getBean(Clock.class);
        this.ownSteps = new OwnSteps(platform.getBean(ProcessEngine.class));
    }

    boolean isFinished(String caseId) {
        return open(caseId).isEmpty();
    }

    List<OpenTask> open(String caseId) {
        return processes.openTasks(List.of(caseId));
    }

    void perform(Act act, String caseId) {
        if (act.isInRetest()) {
            perform(act.here(), retestOf(caseId));
            return;
        }
        switch (act.task()) {
            case "!photo" ->
                As.person(act.person(), null, () -> nonconformity()
                        .addPaper(reportNo(caseId), "PHOTO", "现场", "a.png", PNG));
            case "!correct" ->
                As.person(act.person(), null, () -> platform.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> reporting().correct(reportNo(caseId), act.form())));
            case "!record" -> send(act);
            case "!retest" ->
                new CaseDriver(platform).commission(DemoTest.rebarAgain(false), Map.of("retestOf", reportNo(caseId)));
            case "!timers" ->
                timers(caseId).forEach(job -> engine().getManagementService().executeJob(job.getId()));
            default -> complete(act, caseId);
        }
        ownSteps.finish(caseId);
    }

    private void complete(Act act, String caseId) {
        OpenTask task = open(caseId).stream()
                .filter(open -> open.key().equals(act.task()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(caseId + " waits at " + open(caseId) + ", not at " + act.task()));
        Map<String, Object> form = typed(act.form(), caseId);
        try {
            As.person(act.person(), clock.instant(), () -> processes.complete(task.id(), form));
        } catch (RuntimeException refused) {
            throw new AssertionError(act + " is refused: " + refused, refused);
        }
    }

    private void send(Act act) {
        RecordAnswer answer = As.person(act.person(), () -> platform.getBean(PhoneRecords.class)
                .receive((String) act.form().get("record"), (String) act.form().get("signature")));
        assertThat(answer.outcome()).as(answer.reason()).isEqualTo("ACCEPTED");
    }

    private String retestOf(String caseId) {
        return platform.getBean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT case_id FROM commission_order WHERE retest_of = ?", String.class, reportNo(caseId));
    }

    private List<Job> timers(String caseId) {
        return engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .list()
                .stream()
                .flatMap(instance -> engine()
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .duedateLowerThan(Date.from(clock.instant().plusSeconds(1)))
                        .list()
                        .stream())
                .toList();
    }

    private Map<String, Object> typed(Map<String, Object> form, String caseId) {
        var typed = new LinkedHashMap<String, Object>();
        form.forEach((key, value) -> typed.put(key, value instanceof String text ? meant(text, caseId) : value));
        return typed;
    }

    private String meant(String text, String caseId) {
        return switch (text) {
            case "@marks" ->
                platform.getBean(Sampling.class).sample(caseId).specimens().stream()
                        .map(SampleView.SpecimenView::mark)
                        .collect(Collectors.joining("\n"));
            case "@now" -> minute(clock.instant());
            case "@now-5m" -> minute(clock.instant().minus(Duration.ofMinutes(5)));
            case "@today" -> CityTime.today(clock).toString();
            default -> text;
        };
    }

    private static String minute(Instant at) {
        return at.atZone(CityTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toOffsetDateTime()
                .toString();
    }

    private String reportNo(String caseId) {
        return As.person("supervisor", () -> reporting().history(caseId)).get(0).reportNo();
    }

    private Reporting reporting() {
        return platform.getBean(Reporting.class);
    }

    private Nonconformity nonconformity() {
        return platform.getBean(Nonconformity.class);
    }

    private ProcessEngine engine() {
        return platform.getBean(ProcessEngine.class);
    }
}
