package org.jianzheng.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.commission.Ordering;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.ApplicationContext;

/**
 * Takes cases along the main path as the demo people of BJ01, each completing their own task through the door that Tasklist
 * posts to. One driver may be used by several threads.
 */
public final class CaseDriver {

    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private final Processes processes;
    private final Ordering ordering;
    private final Sampling sampling;
    private final Testing testing;
    private final Clock clock;
    private final OwnSteps ownSteps;

    public CaseDriver(ApplicationContext platform) {
        this.processes = platform.getBean(Processes.class);
        this.ordering = platform.getBean(Ordering.class);
        this.sampling = platform.getBean(Sampling.class);
        this.testing = platform.getBean(Testing.class);
        this.clock = platform.getBean(Clock.class);
        this.ownSteps = new OwnSteps(platform.getBean(ProcessEngine.class));
    }

    /** From commission to archived report. Answers the case's id. */
    public String finish(DemoTest test) {
        String caseId = toReview(test);
        review(caseId);
        sign(caseId);
        return caseId;
    }

    /** As far as the task of the reviewer. */
    public String toReview(DemoTest test) {
        String caseId = toTest(test);
        assign(caseId, test);
        recordAll(caseId, test);
        return caseId;
    }

    /** Every record of the test, each after the hours that it takes. */
    public void recordAll(String caseId, DemoTest test) {
        for (int i = 0; i < test.records().size(); i++) {
            submit(new Submission("tester", task(caseId), measured(test, i)));
        }
    }

    /** The record of the stage that is awaited, after the hours that it takes. */
    public void recordNext(String caseId, DemoTest test) {
        submit(new Submission("tester", task(caseId, "record"), measured(test, awaited(caseId, test))));
    }

    /** As far as the task that orders the test. */
    public String toTest(DemoTest test) {
        String caseId = commission(test);
        accept(caseId);
        take(caseId);
        witness(caseId);
        receive(caseId);
        return caseId;
    }

    public String commission(DemoTest test) {
        return start(Orders.of(test));
    }

    /** With these fields of the form filled in otherwise. */
    public String commission(DemoTest test, Map<String, Object> otherwise) {
        Map<String, Object> form = Orders.of(test);
        form.putAll(otherwise);
        return start(form);
    }

    public String start(Map<String, Object> order) {
        Map<String, String> typed = new LinkedHashMap<>();
        order.forEach((field, value) -> typed.put(field, String.valueOf(value)));
        return As.person("commissioner", () -> ordering.submit(typed));
    }

    public void accept(String caseId) {
        complete(caseId, "acceptCommission", null);
    }

    public void take(String caseId) {
        complete(caseId, "takeSample", null);
    }

    public void witness(String caseId) {
        complete(caseId, "witnessSample", null);
    }

    public void receive(String caseId) {
        complete(caseId, "receiveSample", null);
    }

    public void assign(String caseId, DemoTest test) {
        complete(caseId, "assignTest", test);
    }

    /** The open record task of the tester, whichever it is. */
    public void record(String caseId, Map<String, Object> values) {
        submit(new Submission("tester", task(caseId), measured(values)));
    }

    public void review(String caseId) {
        complete(caseId, "reviewReport", null);
    }

    public void sendBack(String caseId, String reason) {
        submit(new Submission(
                "reviewer", task(caseId, "reviewReport"), DemoTest.form("decision", "RETURN", "reason", reason)));
    }

    /** With the password just typed again. */
    public void sign(String caseId) {
        complete(caseId, "signReport", null);
    }

    /** What somebody has typed and is about to send. */
    public record Submission(String person, OpenTask task, Map<String, Object> form) {

        public Submission with(Map<String, Object> other) {
            return new Submission(person, task, other);
        }
    }

    /** What the person whose turn it is types into the form of the one open task. */
    public Submission next(String caseId, DemoTest test) {
        OpenTask task = task(caseId);
        return switch (task.key()) {
            case "acceptCommission" -> new Submission("receiver", task, DemoTest.form("decision", "ACCEPT"));
            case "takeSample" -> new Submission("sampler", task, taking(caseId));
            case "witnessSample" ->
                new Submission(
                        "witness", task, DemoTest.form("decision", "CONFIRM", "marksSeen", true, "sealSeen", true));
            case "receiveSample" -> new Submission("receiver", task, receipt(caseId));
            case "assignTest" -> new Submission("labadmin", task, assignment(test));
            case "decideReferred" ->
                new Submission("technicalhead", task, DemoTest.form("conclusion", "PASS", "reason", "按母材实际强度判定"));
            case "reviewReport" -> new Submission("reviewer", task, DemoTest.form("decision", "PASS"));
            case "signReport" -> new Submission("signatory", task, DemoTest.form("decision", "PASS"));
            case "record" -> new Submission("tester", task, measured(test, awaited(caseId, test)));
            default -> new Submission("tester", task, Map.of());
        };
    }

    private int awaited(String caseId, DemoTest test) {
        return Catalogue.current().item(test.item()).stages().stream()
                .map(RecordStage::code)
                .toList()
                .indexOf(testing.awaited(caseId));
    }

    /** Everybody has just typed their password, which signing asks for. Then the case goes on as far as it does by itself. */
    public void submit(Submission typed) {
        send(typed);
        goOn(typed.task().caseId());
    }

    /** What the case does by itself, as far as it does. */
    public void goOn(String caseId) {
        ownSteps.finish(caseId);
    }

    /** What the browser waits for. */
    public void send(Submission typed) {
        As.present(
                typed.person(),
                clock.instant(),
                () -> processes.complete(typed.task().id(), typed.form()));
    }

    /** Whether the case has come to its end. */
    public boolean isFinished(String caseId) {
        return processes.openTasks(List.of(caseId)).isEmpty();
    }

    private Map<String, Object> taking(String caseId) {
        return DemoTest.form(
                "madeAt", minute(clock.instant().minus(Duration.ofMinutes(5))),
                "marks", marks(caseId),
                "sealNo", "FZ-0618",
                "latitude", "34.3621",
                "longitude", "107.1450");
    }

    private Map<String, Object> receipt(String caseId) {
        return DemoTest.form(
                "decision", "ACCEPT",
                "scanned", marks(caseId),
                "appearanceOk", true,
                "marksOk", true,
                "sealOk", true,
                "quantityOk", true,
                "storage", "A-03");
    }

    private Map<String, Object> assignment(DemoTest test) {
        List<String> machines = test.machines();
        return DemoTest.form(
                "decision",
                "ASSIGN",
                "tester",
                "tester",
                "machine",
                machines.get(0),
                "secondMachine",
                machines.size() > 1 ? machines.get(1) : null,
                "moreMachines",
                machines.stream().skip(2).toList(),
                "plannedOn",
                CityTime.today(clock).toString(),
                "place",
                "力学室");
    }

    private Map<String, Object> measured(DemoTest test, int record) {
        Instant begun = clock.instant();
        if (record < test.hours().size()) {
            ((MutableClock) clock).advance(Duration.ofHours(test.hours().get(record)));
        }
        Map<String, Object> form = new LinkedHashMap<>(test.records().get(record));
        form.put("startedAt", minute(begun));
        form.replaceAll((key, value) -> value instanceof List<?> rows ? seen(rows, begun) : value);
        return measured(form);
    }

    private List<Object> seen(List<?> rows, Instant begun) {
        List<Object> seen = new ArrayList<>();
        rows.forEach(row -> seen.add(
                row instanceof Map<?, ?> map ? seen(map, begun.plus(EIGHT_HOURS.multipliedBy(seen.size()))) : row));
        return seen;
    }

    // A leak is seen at the end; a step of pressure is set when the one before it has been held.
    private Map<Object, Object> seen(Map<?, ?> row, Instant step) {
        Map<Object, Object> seen = new LinkedHashMap<>(row);
        if (seen.containsKey("leakMpa")) {
            seen.putIfAbsent("leakAt", minute(clock.instant()));
        }
        if (seen.containsKey("pressureMpa")) {
            seen.putIfAbsent("setAt", minute(step));
        }
        return seen;
    }

    private Map<String, Object> measured(Map<String, Object> values) {
        Map<String, Object> form = new LinkedHashMap<>(values);
        form.put("decision", "RECORD");
        form.putIfAbsent("temperature", "21.5");
        form.putIfAbsent("humidity", "56");
        form.putIfAbsent("startedAt", minute(clock.instant()));
        form.put("finishedAt", minute(clock.instant()));
        return form;
    }

    /** The one open task of the case. */
    public OpenTask task(String caseId) {
        List<OpenTask> open = processes.openTasks(List.of(caseId));
        if (open.size() != 1) {
            throw new IllegalStateException("Open tasks of " + caseId + ": " + open);
        }
        return open.get(0);
    }

    private OpenTask task(String caseId, String key) {
        OpenTask task = task(caseId);
        if (!task.key().equals(key)) {
            throw new IllegalStateException("The case waits at " + task.key() + ", not at " + key);
        }
        return task;
    }

    private void complete(String caseId, String key, DemoTest test) {
        Submission next = next(caseId, test);
        if (!next.task().key().equals(key)) {
            throw new IllegalStateException("The case waits at " + next.task().key() + ", not at " + key);
        }
        submit(next);
    }

    private String marks(String caseId) {
        return sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
    }

    static String minute(Instant at) {
        return at.atZone(CityTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toOffsetDateTime()
                .toString();
    }
}
