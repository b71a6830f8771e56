package org.jianzheng.commission.order;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.OpenParameter;

/** What an order of an item has to say beyond the common part, and what follows from it for the printed order. */
public record ItemOrder(TestItem item) {

    static final String GRADE = "grade";
    static final String PARAMETERS = "parameters";

    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");
    private static final String STANDARD = "standard";

    /** @param sha256 of the folder it was written under, or null */
    public static ItemOrder of(String code, String sha256) {
        return new ItemOrder(Catalogue.current().ordered(code, sha256));
    }

    /** All fields, {@code grade} among them. */
    Map<String, String> fields(CommissionForm asked) {
        Map<String, String> fields = new LinkedHashMap<>();
        item.order().fields().forEach(field -> fields.put(field.name(), value(asked, field)));
        requireKnown(fields);
        if (item.order().parameters()) {
            fields.put(PARAMETERS, new OpenOrder(asked, fields).parameters());
        }
        return fields;
    }

    private static String value(CommissionForm asked, OrderField field) {
        if (field.isWritten()) {
            return asked.line(field.field(), field.longest());
        }
        Set<String> allowed = Set.copyOf(field.values());
        return field.assumed() == null
                ? asked.oneOf(field.field(), allowed)
                : asked.oneOf(field.field(), allowed, field.assumed());
    }

    /** What the form's fields hold of an order's details. */
    Map<String, Object> formFields(String grade, Map<String, String> details) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, String> said = new HashMap<>(details);
        said.put(GRADE, grade);
        item.order().fields().forEach(field -> fields.put(field.field(), said.remove(field.name())));
        fields.putAll(said);
        fields.values().removeIf(Objects::isNull);
        fields.computeIfPresent(PARAMETERS, (name, written) -> parameters(details).stream()
                .map(OpenParameter::row)
                .toList());
        return fields;
    }

    /** What is measured and required, where the order says so itself; else empty. */
    static List<OpenParameter> parameters(Map<String, String> details) {
        return details.containsKey(PARAMETERS) ? OpenParameter.read(details.get(PARAMETERS)) : List.of();
    }

    /** What is tested, in the words of the order where it has its own. */
    public String title(String grade, Map<String, String> details) {
        return item.order().title() == null ? item.label() : filled(item.order().title(), grade, details);
    }

    // Column by column, so that the first field is named which does not go with those before it.
    private void requireKnown(Map<String, String> fields) {
        for (String column : item.columns()) {
            String value = fields.get(column);
            if (value != null && !item.choices(column, fields).contains(value)) {
                throw unknown(item.asked(column), fields);
            }
        }
    }

    private RuleBroken unknown(OrderField field, Map<String, String> fields) {
        String there = item.choices(field.name(), fields).stream()
                .map(value -> field.said(value).zh())
                .collect(Collectors.joining("、"));
        String standards = item.combinationsBefore(field.name(), fields).stream()
                .map(row -> row.get(STANDARD))
                .distinct()
                .collect(Collectors.joining("、"));
        return RuleBroken.at(
                field.field(),
                "commission.combination.unknown",
                field.label().zh(),
                field.said(fields.get(field.name())).zh(),
                standards,
                there);
    }

    public String sampleName(String grade, Map<String, String> details) {
        return filled(item.order().sample(), grade, details);
    }

    public String spec(String grade, Map<String, String> details) {
        return filled(item.order().spec(), grade, details);
    }

    /** The standard that judges it: that of its combination, else the item's first. */
    String standard(String grade, Map<String, String> details) {
        return filled("{" + STANDARD + "}", grade, details);
    }

    /** 判定依据. */
    String judgedBy(String grade, Map<String, String> details) {
        return filled(item.order().requirement(), grade, details);
    }

    /** What else of the order decides the verdict, in words; empty where grade and size say it all. */
    public String terms(String grade, Map<String, String> details) {
        String terms = item.order().terms();
        String asked = parameters(details).stream().map(OpenParameter::text).collect(Collectors.joining("；"));
        return joined(joined(terms == null ? "" : filled(terms, grade, details), asked), superseded(grade, details));
    }

    /** That the edition is in force no more, and why it judges all the same; empty where it is in force. */
    public String superseded(String grade, Map<String, String> details) {
        String reason = details.get(EditionOrder.REASON);
        return reason == null ? "" : "按已废止标准 %s 检测，委托方说明：%s".formatted(standard(grade, details), reason);
    }

    private static String joined(String one, String other) {
        return Stream.of(one, other).filter(text -> !text.isEmpty()).collect(Collectors.joining("；"));
    }

    // What the order writes may hold braces too: no text is filled in twice.
    private String filled(String text, String grade, Map<String, String> details) {
        Map<String, String> said = said(grade, details);
        Map<String, String> fields = new HashMap<>(details);
        fields.put(GRADE, grade);
        said.put(STANDARD, filled(item.standards().judged().get(0), said));
        item.combination(fields).ifPresent(said::putAll);
        said.putAll(said(grade, details));
        return filled(text, said);
    }

    private static String filled(String text, Map<String, String> said) {
        return NAMED.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(said.getOrDefault(name.group(1), name.group())));
    }

    private Map<String, String> said(String grade, Map<String, String> details) {
        Map<String, String> fields = new HashMap<>(details);
        fields.put(GRADE, grade);
        Map<String, String> said = new HashMap<>();
        item.order()
                .fields()
                .forEach(field -> said.put(
                        field.name(),
                        Optional.ofNullable(fields.get(field.name()))
                                .map(value -> field.said(value).zh())
                                .orElse("—")));
        return said;
    }

    /** Codes of the parameters that such an order asks to be measured. */
    public Set<String> measured(Map<String, String> details) {
        return item.measured(details).stream()
                .map(TestItem.Parameter::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** 检测参数. */
    public String measuredNames(Map<String, String> details) {
        return item.measured(details).stream()
                .map(parameter -> parameter.name().zh())
                .collect(Collectors.joining("、"));
    }

    String testStandards(String grade, Map<String, String> details) {
        return filled(String.join("、", item.standards().test()), grade, details);
    }

    /** Strength of cubes and mortar depends on the age; steel has none. */
    boolean ages() {
        return item.order().ages();
    }

    /** By part of the test, as many specimens as a first test of that quantity takes. */
    public Map<String, Integer> counts(Map<String, String> details, String represents) {
        return new LotOrder(item).counts(details, represents);
    }

    /** Specimens that a first test takes. */
    public int fewest(Map<String, String> details, String represents) {
        return counts(details, represents)
                .getOrDefault(LotOrder.SPECIMENS, item.order().specimens().least());
    }

    /** One commission is one sample: as many specimens as the method takes, or some to spare. */
    int count(CommissionForm asked, Map<String, String> details, String represents) {
        int least = fewest(details, represents);
        int most = item.order().specimens().most();
        int count = asked.form().integer("specimenCount").orElse(least);
        if (count < least || count > most) {
            throw least == most
                    ? RuleBroken.at("specimenCount", "commission.specimens.exact", item.label(), most, count)
                    : RuleBroken.at("specimenCount", "commission.specimens.count", item.label(), least, most, count);
        }
        return count;
    }
}
