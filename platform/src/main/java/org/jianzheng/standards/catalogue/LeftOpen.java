package org.jianzheng.standards.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.InputField;

/**
 * What a standard leaves to whoever applies it, and a result depends on.
 *
 * @param input of an evaluation, of origin POLICY
 * @param question D1 to D17 of the decisions that a result keeps
 * @param values all that the evaluation knows, the usual one first
 * @param permitted which of them laboratories may follow until the station says otherwise
 */
public record LeftOpen(String input, String question, List<String> values, List<String> permitted) {

    private static final Standards STANDARDS = new Standards();

    public LeftOpen {
        RequiredKeys.value("leftOpen.input", input);
        RequiredKeys.value("leftOpen.question", question);
        values = RequiredKeys.list("leftOpen.values", values);
        permitted = RequiredKeys.list("leftOpen.permitted", permitted);
        if (!values.containsAll(permitted)) {
            throw new IllegalArgumentException("leftOpen.permitted of %s is not among its values".formatted(input));
        }
        // Else an edited folder would change what is followed by whoever has chosen nothing, on the day it is read.
        if (!permitted.contains(values.get(0))) {
            throw new IllegalArgumentException("leftOpen.permitted of %s leaves out what is usual".formatted(input));
        }
    }

    /** What was always followed where nobody has chosen. */
    public String usual() {
        return values.get(0);
    }

    /**
     * Of the item's evaluations, each input once. Where its folder says nothing, being older than this, only what is usual is
     * permitted.
     */
    public static List<LeftOpen> of(TestItem item) {
        Map<String, LeftOpen> said =
                item.leftOpen().stream().collect(Collectors.toMap(LeftOpen::input, open -> open, (one, other) -> one));
        return known(item.evaluations()).stream()
                .map(open -> said.getOrDefault(open.input(), open))
                .toList();
    }

    /** What is usual of it, by input. */
    public static Map<String, String> usual(TestItem item) {
        Map<String, String> usual = new LinkedHashMap<>();
        of(item).forEach(open -> usual.put(open.input(), open.usual()));
        return usual;
    }

    /** @throws IllegalStateException where the folder names another question or other values than its evaluations have */
    public static void requireNamed(TestItem item) {
        List<LeftOpen> known = known(item.evaluations());
        if (!asked(known).equals(asked(item.leftOpen()))) {
            throw new IllegalStateException(
                    "methods/%s/item.yml: leftOpen has to name %s".formatted(item.code(), asked(known)));
        }
    }

    private static Map<String, List<String>> asked(List<LeftOpen> open) {
        return open.stream()
                .collect(Collectors.toMap(each -> each.input() + " " + each.question(), LeftOpen::values, (a, b) -> a));
    }

    private static List<LeftOpen> known(Collection<String> evaluations) {
        Map<String, LeftOpen> known = new LinkedHashMap<>();
        evaluations.stream()
                .filter(STANDARDS.methods()::contains)
                .flatMap(evaluation -> STANDARDS.inputs(evaluation).stream())
                .filter(field -> field.origin() == InputField.Origin.POLICY)
                .forEach(field -> known.putIfAbsent(field.name(), usualOnly(field)));
        return List.copyOf(known.values());
    }

    private static LeftOpen usualOnly(InputField field) {
        List<String> choices = field.choices();
        return new LeftOpen(field.name(), field.source().question(), choices, choices.subList(0, 1));
    }
}
