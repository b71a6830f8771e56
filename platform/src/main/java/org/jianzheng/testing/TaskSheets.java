package org.jianzheng.testing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.gate.AblePerson;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.order.AgeWindow;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.testing.recording.JudgingBasis;
import org.jianzheng.testing.recording.MeasuredRates;
import org.jianzheng.testing.recording.RoomClimate;
import org.jianzheng.testing.recording.SealedReadings;
import org.springframework.stereotype.Component;

/** What the forms of this module show, as text. Nothing of the project: samples are tested blind. */
@Component
class TaskSheets {

    /** Fields of every record, beside what its item asks. */
    private static final List<String> COMMON =
            List.of("temperature", "humidity", "startedAt", "finishedAt", "abnormalities");

    private final TestStore store;
    private final TestSubjects subjects;
    private final Registry registry;
    private final Gate gate;
    private final HandbackTexts handbacks;
    private final SealedReadings readings;
    private final Acquisition acquisition;
    private final TestingSettings settings;
    private final RoomClimate climate;
    private final ChineseText texts;
    private final Clock clock;

    TaskSheets(
            TestStore store,
            TestSubjects subjects,
            Registry registry,
            Gate gate,
            HandbackTexts handbacks,
            SealedReadings readings,
            Acquisition acquisition,
            TestingSettings settings,
            RoomClimate climate,
            ChineseText texts,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.registry = registry;
        this.gate = gate;
        this.handbacks = handbacks;
        this.readings = readings;
        this.acquisition = acquisition;
        this.settings = settings;
        this.climate = climate;
        this.texts = texts;
        this.clock = clock;
    }

    /** With what whoever orders the test has to know. */
    Map<String, Object> sheet(String caseId) {
        State state = state(caseId);
        TestSubject subject = state.subject();
        Map<String, Object> sheet = sheet(state);
        sheet.put(
                "gate",
                gate.warnings(
                        GateQuestion.at(GatePoint.ASSIGNMENT, subject.caseId(), subject.item(), CityTime.today(clock))
                                .measuring(subject.parameters())
                                .lab(subject.parties().labCode())));
        sheet.put("blocked", state.order() == null ? blocked(subject) : "");
        return sheet;
    }

    /** What the forms of a case are made of, read once. @param before the version that the awaited one will supersede, or null */
    private record State(TestSubject subject, TestOrder order, RawRecord before) {}

    private State state(String caseId) {
        TestOrder order = store.find(caseId).orElse(null);
        RawRecord before = store.find(caseId).flatMap(store::returned).orElse(null);
        return new State(subjects.of(caseId), order, before);
    }

    private Map<String, Object> sheet(State state) {
        TestSubject subject = state.subject();
        TestOrder order = state.order();
        RawRecord before = state.before();
        var sheet = new LinkedHashMap<String, Object>();
        sheet.put("sampleNo", subject.sample().sampleNo());
        sheet.put("itemName", subject.itemName());
        sheet.put("summary", summary(state));
        sheet.put("methods", String.join("、", subject.family().procedure().methodStandards(subject)));
        sheet.put("judgedBy", String.join("、", subject.family().procedure().judgedBy(subject)));
        sheet.put("fixed", JudgingBasis.of(subject).text(texts));
        sheet.putAll(subject.family().procedure().parts(subject));
        sheet.put("machines", order == null ? "" : machines(order));
        sheet.put("handedBack", handbacks.why(subject.caseId(), order));
        boolean measured = order != null && order.awaiting() != null && readings.isWhole(order.awaiting(), subject);
        sheet.put("byMachine", measured);
        sheet.put(
                "rateMeasured",
                measured && readings.rate(order.awaiting(), subject).isPresent());
        sheet.putAll(curves(subject.caseId()));
        sheet.put("returned", before != null);
        sheet.put("recordNo", before == null ? "" : before.recordNo());
        sheet.put("returnReason", order == null || order.returnReason() == null ? "" : order.returnReason());
        return sheet;
    }

    /** Addresses of the curves of the case: of the page, its frame, or the picture in its place; empty where there are none. */
    Map<String, String> curves(String caseId) {
        boolean none = acquisition.ofCase(caseId).isEmpty();
        return Map.of(
                "curves", none ? "" : "/tests/" + caseId + "/curves",
                "curvesFrame", none ? "" : settings.frame(caseId),
                "curvesPicture", none ? "" : settings.picture(caseId));
    }

    private String summary(State state) {
        TestSubject subject = state.subject();
        String made = subject.sample().madeOn() == null
                ? null
                : texts.text("testing.sheet.made", subject.sample().madeOn());
        String age = subject.sample().ageDays() == null
                ? null
                : texts.text("testing.sheet.age", subject.sample().ageDays());
        return Stream.of(
                        subject.sample().sampleName(),
                        subject.sample().grade(),
                        subject.sample().spec(),
                        texts.text("testing.sheet.count", subject.sample().specimenCount()),
                        made,
                        age,
                        subject.sample().curingText(),
                        window(state))
                .filter(part -> part != null && !part.isBlank() && !part.equals("—"))
                .collect(Collectors.joining("　"));
    }

    // Of a later stage it may hang on when the earlier ones began.
    private String window(State state) {
        TestOrder order = state.order();
        String first = state.subject().family().firstStage();
        String stage = order == null || order.awaiting() == null ? first : order.awaiting();
        Map<String, Instant> started = new HashMap<>();
        if (!stage.equals(first)) {
            store.current(order).forEach((other, record) -> started.put(other, record.startedAt()));
        }
        return AgeWindow.of(stage, state.subject(), started)
                .map(open -> texts.text("testing.age.window", open.text()))
                .orElse(null);
    }

    /** Why nobody can be given the test today; empty when somebody can. */
    private String blocked(TestSubject subject) {
        String lab = subject.parties().labCode();
        var answer = gate.ask(GateQuestion.at(GatePoint.ASSIGNMENT, null, subject.item(), CityTime.today(clock))
                .lab(lab)
                .measuring(subject.parameters()));
        var reasons = new ArrayList<String>();
        if (!answer.allowed()) {
            reasons.add(answer.because());
        }
        if (testers(subject).isEmpty()) {
            reasons.add(texts.text("testing.assign.noTester"));
        }
        if (usable(subject).isEmpty()) {
            reasons.add(texts.text("testing.assign.noMachine"));
        }
        return String.join("；", reasons);
    }

    private String machines(TestOrder order) {
        return order.machines().stream()
                .map(registry::machine)
                .map(TaskSheets::named)
                .collect(Collectors.joining("、"));
    }

    /** In numbers; an old entry in the words it has. */
    private static String range(Machine machine) {
        return machine.span() == null ? machine.range() : machine.span().toString();
    }

    private static String named(Machine machine) {
        return machine.name() + "（" + machine.code() + "）";
    }

    List<Map<String, String>> testers(String caseId) {
        return testers(subjects.of(caseId)).stream()
                .map(person -> option(person.username(), person.name() + "（" + person.certificateNo() + "）"))
                .toList();
    }

    private List<AblePerson> testers(TestSubject subject) {
        return gate
                .able(
                        "labs/" + subject.parties().labCode(),
                        Role.TESTER,
                        subject.item(),
                        subject.parameters(),
                        CityTime.today(clock))
                .stream()
                .filter(person -> !person.username().equals(subject.receipt().receivedBy()))
                .toList();
    }

    List<Map<String, String>> machines(String caseId) {
        return usable(subjects.of(caseId)).stream()
                .map(machine -> option(
                        machine.code(),
                        texts.text(
                                "testing.sheet.machine",
                                machine.name(),
                                machine.code(),
                                range(machine),
                                machine.calibrated().until())))
                .toList();
    }

    private List<Machine> usable(TestSubject subject) {
        return registry.usable(
                subject.parties().labCode(), subject.item(), subject.parameters(), CityTime.today(clock));
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    /** What the form of a stage shows: the head, and what its fields start with. */
    Map<String, Object> form(String caseId, String stage) {
        State state = state(caseId);
        var form = new LinkedHashMap<String, Object>();
        form.put("order", sheet(state));
        for (RecordStage.Input input :
                state.subject().family().item().stage(stage).inputs()) {
            form.put(input.name(), input.rows() == null ? proposed(state, input.name()) : rows(state, input.name()));
        }
        COMMON.forEach(field -> form.put(field, proposed(state, field)));
        readings.rate(stage, state.subject()).ifPresent(rate -> form.put(MeasuredRates.FIELD, rate));
        if (state.order() != null && state.order().awaiting() != null) {
            form.putAll(climate.proposed(state.order(), clock.instant()));
        }
        return form;
    }

    List<Map<String, Object>> rows(String caseId, String list) {
        return rows(state(caseId), list);
    }

    /** The rows a list starts with; after a return, with what was measured before; with what machines have sent. */
    private List<Map<String, Object>> rows(State state, String list) {
        List<Map<String, Object>> measured = state.before() == null
                ? List.of()
                : state.before().entered().rows(list).stream()
                        .map(RecordForm::values)
                        .toList();
        List<Map<String, Object>> begun =
                measured.isEmpty() ? state.subject().family().procedure().rows(list, state.subject()) : measured;
        TestOrder order = state.order();
        return order == null || order.awaiting() == null
                ? begun
                : readings.shown(list, begun, order.awaiting(), state.subject());
    }

    String proposed(String caseId, String field) {
        return proposed(state(caseId), field);
    }

    /** What a field starts with: what is fixed of the record, else after a return what it was. */
    private static String proposed(State state, String field) {
        String fixed = JudgingBasis.of(state.subject()).values().get(field);
        return fixed != null || state.before() == null
                ? fixed
                : state.before().entered().text(field, 500);
    }
}
