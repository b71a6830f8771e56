package org.jianzheng.workflow.diagram;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Milestone;
import org.jianzheng.workflow.step.Milestone.Thing;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.Shows;

/**
 * What a Step says of itself: what it needs, what it answers and what each answer gives.
 *
 * @param answers all there are; empty where it does not say
 */
public record StepRule(List<Needs> needs, List<Gives> gives, Optional<Shows> shows, Set<String> answers) {

    /** Of what is no Step, or does not say. */
    public static final StepRule NONE = new StepRule(List.of(), List.of(), Optional.empty(), Set.of());

    private static final String EMPTY = "";

    public static StepRule of(Method step) {
        List<Gives> gives = List.of(step.getAnnotationsByType(Gives.class));
        Optional<Shows> shows = Optional.ofNullable(step.getAnnotation(Shows.class));
        boolean decides = step.getReturnType() == boolean.class || step.getReturnType() == Boolean.class;
        Set<String> answers = new LinkedHashSet<>(decides ? List.of("true", "false") : List.of());
        gives.forEach(one -> answers.addAll(List.of(one.on())));
        shows.ifPresent(one -> answers.addAll(decides ? List.of() : List.of(one.on(), EMPTY)));
        return new StepRule(List.of(step.getAnnotationsByType(Needs.class)), gives, shows, answers);
    }

    /** An answer, and where everything stands then. */
    record Outcome(String answer, Stages stages) {}

    /** What is not there, or is there and must not be. */
    record Lack(Milestone milestone, boolean excess) {}

    /** Why it would be refused; of several ways to be accepted the first is told. */
    Optional<Lack> lack(Stages stages) {
        List<Optional<Lack>> each = needs.stream().map(one -> lack(one, stages)).toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private static Optional<Lack> lack(Needs needs, Stages stages) {
        Stream<Lack> missing = byThing(List.of(needs.value())).values().stream()
                .filter(wanted -> wanted.stream().noneMatch(stages::has))
                .map(wanted -> new Lack(wanted.get(0), false));
        Stream<Lack> excess = Arrays.stream(needs.not()).filter(stages::has).map(each -> new Lack(each, true));
        return Stream.concat(missing, excess).findFirst();
    }

    /** @param texts what the diagram calls it with */
    List<Outcome> outcomes(Stages before, Set<String> texts) {
        if (answers.isEmpty()) {
            return after(null, before, texts);
        }
        return answers.stream()
                .filter(answer -> isPossible(answer, before))
                .flatMap(answer -> after(answer, before, texts).stream())
                .toList();
    }

    private boolean isPossible(String answer, Stages stages) {
        boolean seen = shows.map(one ->
                        answer.equals(one.on()) == Arrays.stream(one.value()).anyMatch(stages::has))
                .orElse(true);
        return seen
                && gives.stream()
                        .filter(one -> List.of(one.on()).contains(answer))
                        .noneMatch(one -> Arrays.stream(one.not()).anyMatch(stages::has));
    }

    private List<Outcome> after(String answer, Stages before, Set<String> texts) {
        List<Milestone> given = gives.stream()
                .filter(one -> one.on().length == 0 || List.of(one.on()).contains(answer))
                .filter(one -> one.with().isEmpty() || texts.contains(one.with()))
                .filter(one ->
                        one.from().length == 0 || Arrays.stream(one.from()).anyMatch(before::has))
                .flatMap(one -> Arrays.stream(one.value()))
                .toList();
        List<Stages> all = List.of(before);
        for (List<Milestone> choices : byThing(given).values()) {
            List<Stages> more = new ArrayList<>();
            all.forEach(stages -> choices.forEach(choice -> more.add(stages.with(List.of(choice)))));
            all = more;
        }
        return all.stream().map(stages -> new Outcome(answer, stages)).toList();
    }

    private static Map<Thing, List<Milestone>> byThing(List<Milestone> milestones) {
        return milestones.stream()
                .collect(Collectors.groupingBy(Milestone::thing, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * What may be kept of an answer: yes or no, or one of the words it is declared to be. Of any other text it is kept that
     * there was one: it may be a name.
     *
     * @throws IllegalStateException for a word that is not declared: no diagram was checked for what comes then
     */
    public String kept(Object answer) {
        String said = answer == null ? null : String.valueOf(answer);
        if (said == null || said.isEmpty() || answer instanceof Boolean || answers.contains(said)) {
            return said;
        }
        if (!answers.isEmpty() && !answers.contains(Gives.TEXT)) {
            throw new IllegalStateException("answers " + answers + ", not what it was asked");
        }
        return Gives.TEXT;
    }
}
