package org.jianzheng.workflow;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.workflow.step.Milestone.ACCEPTED;
import static org.jianzheng.workflow.step.Milestone.APPLICATION_RETURNED;
import static org.jianzheng.workflow.step.Milestone.APPLIED;
import static org.jianzheng.workflow.step.Milestone.ASSIGNED;
import static org.jianzheng.workflow.step.Milestone.BREACH_CORRECTED;
import static org.jianzheng.workflow.step.Milestone.BREACH_EXPLAINED;
import static org.jianzheng.workflow.step.Milestone.BREACH_FOUND;
import static org.jianzheng.workflow.step.Milestone.BREACH_SETTLED;
import static org.jianzheng.workflow.step.Milestone.BREACH_TO_CORRECT;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_APPEALED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_DECIDED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_GRANTED;
import static org.jianzheng.workflow.step.Milestone.DRAFTED;
import static org.jianzheng.workflow.step.Milestone.ENTRY_APPEALED;
import static org.jianzheng.workflow.step.Milestone.ENTRY_EFFECTIVE;
import static org.jianzheng.workflow.step.Milestone.ENTRY_PROPOSED;
import static org.jianzheng.workflow.step.Milestone.EVALUATED;
import static org.jianzheng.workflow.step.Milestone.EXPIRY_WARNED;
import static org.jianzheng.workflow.step.Milestone.FAILED;
import static org.jianzheng.workflow.step.Milestone.HEAD_ASKED;
import static org.jianzheng.workflow.step.Milestone.HOUSE_TOLD;
import static org.jianzheng.workflow.step.Milestone.ISSUED;
import static org.jianzheng.workflow.step.Milestone.LAB_NOTIFIED;
import static org.jianzheng.workflow.step.Milestone.MARKED;
import static org.jianzheng.workflow.step.Milestone.ORDERED;
import static org.jianzheng.workflow.step.Milestone.ORDER_RETURNED;
import static org.jianzheng.workflow.step.Milestone.PARTIES_CALLED;
import static org.jianzheng.workflow.step.Milestone.RECORDED;
import static org.jianzheng.workflow.step.Milestone.REFERRED;
import static org.jianzheng.workflow.step.Milestone.RESULT_DISPUTED;
import static org.jianzheng.workflow.step.Milestone.RETEST_APPROVED;
import static org.jianzheng.workflow.step.Milestone.RETEST_COMMISSIONED;
import static org.jianzheng.workflow.step.Milestone.REVIEWED;
import static org.jianzheng.workflow.step.Milestone.SIGNED;
import static org.jianzheng.workflow.step.Milestone.SITE_ASKED;
import static org.jianzheng.workflow.step.Milestone.STATION_ASKED;
import static org.jianzheng.workflow.step.Milestone.TAKEN;
import static org.jianzheng.workflow.step.Milestone.TAKING_UNDECIDED;
import static org.jianzheng.workflow.step.Milestone.TREATED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_APPROVED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_CHECKED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_PLANNED;
import static org.jianzheng.workflow.step.Milestone.TREATMENT_WANTED;
import static org.jianzheng.workflow.step.Milestone.WITNESSED;
import static org.jianzheng.workflow.step.Milestone.WITNESSING_UNDECIDED;
import static org.jianzheng.workflow.step.Milestone.WITNESS_ASKED;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.step.Begins;
import org.jianzheng.workflow.step.Milestone;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;
import org.junit.jupiter.api.Test;

/** Nobody adds a precondition to an aggregate without a declaration on the Steps that meet it. */
class LastLineTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jianzheng");

    /** What an aggregate says where the order is not kept, and what keeps a diagram from hearing it. */
    private static final Map<String, Set<Milestone>> OUT_OF_ORDER = Map.ofEntries(
            entry("commission.state.other", Set.of(ORDERED, ACCEPTED, ORDER_RETURNED)),
            entry("sampling.state.other", Set.of(MARKED, TAKING_UNDECIDED, TAKEN, WITNESSING_UNDECIDED, WITNESSED)),
            entry("testing.assign.already", Set.of(ASSIGNED, RECORDED, EVALUATED)),
            entry("testing.record.notAwaited", Set.of(ASSIGNED)),
            entry("testing.return.notConcluded", Set.of(EVALUATED, REFERRED)),
            entry("testing.correction.notAsked", Set.of(SITE_ASKED, HEAD_ASKED, WITNESS_ASKED, STATION_ASKED)),
            entry("testing.correction.notGranted", Set.of(CORRECTION_GRANTED)),
            entry("reporting.status.", Set.of(DRAFTED, REVIEWED, ISSUED)),
            entry("reporting.issue.unsigned", Set.of(SIGNED)),
            entry(
                    "nonconformity.state.other",
                    Set.of(
                            FAILED,
                            PARTIES_CALLED,
                            TREATMENT_WANTED,
                            TREATMENT_PLANNED,
                            RESULT_DISPUTED,
                            RETEST_APPROVED,
                            RETEST_COMMISSIONED,
                            TREATMENT_APPROVED,
                            TREATED,
                            TREATMENT_CHECKED)),
            entry(
                    "breach.state.other",
                    Set.of(
                            BREACH_FOUND,
                            LAB_NOTIFIED,
                            BREACH_EXPLAINED,
                            CORRECTION_DECIDED,
                            CORRECTION_APPEALED,
                            BREACH_TO_CORRECT,
                            BREACH_CORRECTED,
                            BREACH_SETTLED)),
            entry("credit.entry.otherState.", Set.of(ENTRY_PROPOSED, HOUSE_TOLD, ENTRY_APPEALED, ENTRY_EFFECTIVE)),
            entry("registration.state.other", Set.of(APPLIED, APPLICATION_RETURNED)),
            entry("expiry.answered", Set.of(EXPIRY_WARNED)));

    /** Who may, by when, and not after the end: no diagram decides that. */
    private static final Set<String> NOT_OF_ORDER = Set.of(
            // A run of a machine is opened and ended by people and machines, on no diagram.
            "acquisition.permit.revokedAlready",
            "acquisition.run.notToBeAllowed",
            "acquisition.run.otherSpecimen",
            "acquisition.run.over",
            "acquisition.run.secondPerson",
            "environment.room.closed",
            "face.answer.meanwhile",
            "manualentry.day.own",
            "manualentry.outage.returned",
            "manualentry.waiver.meanwhile",
            "manualentry.waiver.over",
            "testing.correction.otherProposer",
            "warning.explained",
            "warning.decided",
            "commission.review.own",
            "sampling.late.own",
            "sampling.phone.own",
            "sampling.phone.meanwhile",
            "sampling.witness.samePerson",
            "sampling.witness.sameEmployer",
            "sampling.receipt.ownSample",
            "sampling.receipt.ownFirm",
            "testing.record.otherTester",
            "testing.correction.otherRole.",
            "testing.correction.ownWork",
            "reporting.review.ownTest",
            "reporting.sign.ownTest",
            "reporting.sign.ownReview",
            "nonconformity.state.ended",
            "credit.appeal.late",
            "credit.decide.ownDecision",
            "credit.entry.notDue",
            "breach.appeal.samePerson",
            "registration.own",
            "gate.waiver.over");

    private static final Pattern REFUSAL = Pattern.compile("new RuleBroken\\(([^;]*);");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[^\"]+)\"");

    @Test
    void everyRefusalOfAnAggregateIsOfTheOrderOrNot() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (text.contains("implements Official")) {
                REFUSAL.matcher(text)
                        .results()
                        .flatMap(refusal -> KEY.matcher(refusal.group(1)).results())
                        .forEach(key -> keys.add(key.group(1)));
            }
        }
        Set<String> known = new TreeSet<>(NOT_OF_ORDER);
        known.addAll(OUT_OF_ORDER.keySet());
        assertThat(keys).containsExactlyElementsOf(known);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void whatKeepsTheOrderIsNeededByAStep() {
        Set<Milestone> needed = steps().flatMap(
                        step -> Arrays.stream(step.reflect().getAnnotationsByType(Needs.class)))
                .flatMap(needs -> Stream.of(needs.value(), needs.not()).flatMap(Arrays::stream))
                .collect(Collectors.toSet());
        OUT_OF_ORDER.forEach((key, milestones) -> assertThat(needed).as(key).containsAll(milestones));
    }

    @Test
    void everyStepThatAnAggregateMayRefuseSaysWhatItNeeds() {
        Map<String, Set<String>> refused = new TreeMap<>();
        steps().forEach(step -> refused.put(name(step), refusals(step)));
        refused.values().removeIf(Set::isEmpty);
        assertThat(refused)
                .containsEntry("SamplingSteps.receive", Set.of("Sample.expect", "Sample.mayReceive"))
                .hasSizeGreaterThan(40);
        steps().filter(step -> step.reflect().getAnnotationsByType(Needs.class).length > 0)
                .forEach(step -> refused.remove(name(step)));
        assertThat(refused).isEmpty();
    }

    /** Whoever begins a process of what exists already says what has been reached by then. */
    @Test
    void everyBeginningIsDeclared() {
        Set<String> beginners = CLASSES.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Processes.class)
                                && call.getName().equals("start")))
                .filter(type -> type.reflect().getAnnotationsByType(Begins.class).length == 0)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(beginners).isEmpty();
    }

    private static Stream<JavaMethod> steps() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ProcessSteps.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static String name(JavaMethod step) {
        return step.getOwner().getSimpleName() + "." + step.getName();
    }

    /** Methods of aggregates that break a rule of no field, as far as the Step can come. */
    private static Set<String> refusals(JavaCodeUnit step) {
        Set<JavaCodeUnit> seen = new LinkedHashSet<>(List.of(step));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        Set<String> refusals = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit each = open.poll();
            if (isOfAggregate(each) && refuses(each)) {
                refusals.add(each.getOwner().getSimpleName() + "." + each.getName());
            }
            called(each).filter(seen::add).forEach(open::add);
        }
        return refusals;
    }

    private static boolean isOfAggregate(JavaCodeUnit unit) {
        return unit.getOwner().getAllRawInterfaces().stream()
                .anyMatch(type -> type.getSimpleName().equals("Official"));
    }

    private static boolean refuses(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(RuleBroken.class));
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        Stream<JavaCodeUnit> direct =
                unit.getCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream());
        Stream<JavaCodeUnit> named = unit.getMethodReferencesFromSelf().stream()
                .flatMap(reference -> reference.getTarget().resolveMember().stream());
        return Stream.concat(direct, named)
                .filter(target -> target.getOwner().getPackageName().startsWith("org.jianzheng"))
                .flatMap(target -> Stream.concat(Stream.of(target), overriding(target)));
    }

    private static Stream<JavaCodeUnit> overriding(JavaCodeUnit target) {
        return target.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(target.getName())
                        && method.getRawParameterTypes().equals(target.getRawParameterTypes()))
                .map(JavaCodeUnit.class::cast);
    }
}
