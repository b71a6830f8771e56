package org.jianzheng.testing.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.catalogue.LeftOpen;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;

/**
 * By what a sample is measured and judged. Whoever is checked has no say in it: the order fixes it, what standards leave open
 * too, from its acceptance on.
 *
 * @param item whose folder has the words
 * @param commissioned of the order, or what stood in for it where the order did not ask
 * @param leftOpen of what standards leave open; what is usual, where the order was accepted before they were copied to it
 */
public record JudgingBasis(TestItem item, Map<String, String> commissioned, Map<String, String> leftOpen) {

    public static JudgingBasis of(TestSubject subject) {
        TestItem item = subject.family().item();
        Map<String, String> leftOpen = LeftOpen.usual(item);
        leftOpen.replaceAll((input, usual) -> subject.order().policies().getOrDefault(input, usual));
        return new JudgingBasis(item, subject.family().procedure().commissioned(subject), leftOpen);
    }

    public Map<String, String> values() {
        var values = new LinkedHashMap<>(commissioned);
        values.putAll(leftOpen);
        return values;
    }

    /** Forms of earlier diagrams sent these values: such a form asks for more than today's. */
    boolean sentBy(RecordForm form) {
        return values().keySet().stream().anyMatch(form::has);
    }

    /** The record with the yardstick as it is fixed. Another value, by whatever client, is refused. */
    public RecordForm applied(RecordForm form) {
        commissioned.forEach((field, fixed) -> same(form, field, fixed, "testing.record.notAsCommissioned"));
        leftOpen.forEach((field, fixed) -> same(form, field, fixed, "testing.record.notAsUsual"));
        return over(form);
    }

    private static void same(RecordForm form, String field, String fixed, String code) {
        if (form.has(field) && !form.text(field, 60).equals(fixed)) {
            throw form.broken(field, code, form.text(field, 60), fixed);
        }
    }

    /** What was recorded, judged by what is fixed. */
    public RecordForm over(RecordForm recorded) {
        var values = new LinkedHashMap<String, Object>(values());
        recorded.values().forEach(values::putIfAbsent);
        return new RecordForm(values);
    }

    /** For the head of the tester's form. */
    public String text(ChineseText texts) {
        return values().entrySet().stream()
                .map(part -> ordered(part.getKey())
                        .map(field -> field.label().zh() + " "
                                + field.said(part.getValue()).zh())
                        .orElseGet(() -> first(texts, part.getKey(), "testing.field.", "standards.field.") + " "
                                + words(part.getKey(), part.getValue(), texts)))
                .collect(Collectors.joining("　"));
    }

    private Optional<OrderField> ordered(String name) {
        return item.order().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static String words(String field, String value, ChineseText texts) {
        String said = field + "." + value;
        String words = first(texts, said, "testing.fixed.", "standards.choice.");
        return words.equals(said) ? value : words;
    }

    private static String first(ChineseText texts, String key, String... bundles) {
        return Stream.of(bundles)
                .map(bundle -> texts.find(bundle + key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(key);
    }
}
