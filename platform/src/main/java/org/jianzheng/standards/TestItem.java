package org.jianzheng.standards;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a laboratory may be asked to test: a folder {@code methods/<code>/} as its {@code item.yml} says. Names and references
 * only; arithmetic is in the classes that evaluate.
 *
 * @param code the folder's name and the item's on every wire, {@code splice}
 * @param family the group of records and reports it belongs to, {@code SPLICE}; never changed once cases name it
 * @param evaluations methods of {@link Standards}; the first is the one a specimen's reading goes into
 * @param specialities where it stands in the qualification standard (建质规〔2023〕1号 annex 2): a scope in any of them will do
 * @param parameters what is measured, each with its kinds of machine; the first decides the verdict
 * @param stages in their order; most have one
 * @param policy the material by which the station's table of nonconformities goes
 * @param retentionYears how long its cases are kept (clause 9.1.3)
 * @param combinations of the order's fields that a standard knows, lines of {@code combinations.csv}: a cell holds one value or
 *     several with bars between; empty where all there are exist
 * @param counts of specimens by what the order says, lines of {@code counts.csv}; empty where all orders take as many
 * @param sha256 of the folder as it was read, in hexadecimal: a case keeps that of the folder it was ordered under
 */
public record TestItem(
        String code,
        String family,
        Name name,
        List<String> evaluations,
        List<Row> specialities,
        Followed standards,
        List<Parameter> parameters,
        Ordered order,
        List<String> stages,
        Printed report,
        String policy,
        int retentionYears,
        List<Map<String, String>> combinations,
        List<Map<String, String>> counts,
        String sha256)
        implements Comparable<TestItem> {

    private static final Comparator<TestItem> ORDER = Comparator.<TestItem>comparingInt(
                    item -> item.specialities.get(0).row())
            .thenComparing(TestItem::code);

    public TestItem {
        require("code", code);
        require("family", family);
        require("name", name);
        require("standards", standards);
        require("order", order);
        require("report", report);
        require("policy", policy);
        require("sha256", sha256);
        evaluations = filled("evaluations", evaluations);
        specialities = filled("specialities", specialities);
        parameters = filled("parameters", parameters);
        stages = filled("stages", stages);
        combinations = List.copyOf(combinations);
        counts = List.copyOf(counts);
    }

    private static <T> void require(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    private static <T> List<T> filled(String field, List<T> values) {
        require(field, values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        return List.copyOf(values);
    }

    /** As the qualification standard lists them. */
    @Override
    public int compareTo(TestItem other) {
        return ORDER.compare(this, other);
    }

    /**
     * A row of a speciality (专项).
     *
     * @param row its number there
     */
    public record Row(String name, int row) {

        public Row {
            require("specialities.name", name);
        }
    }

    /** Chinese and English. */
    public record Name(String zh, String en) {

        public Name {
            require("zh", zh);
            require("en", en);
        }
    }

    /** 检测依据 and 判定依据 by their numbers; which edition judges a case is in its order. */
    public record Followed(List<String> test, List<String> judged) {

        public Followed {
            test = filled("standards.test", test);
            judged = filled("standards.judged", judged);
        }
    }

    /**
     * 检测参数.
     *
     * @param compulsory 必备 of its row in the qualification standard; the others (可选) may be missing from a scope
     * @param part of the record where not every sample has it, or null
     * @param machines kinds of machine, any of which will do; empty where none is needed
     */
    public record Parameter(String code, Name name, boolean compulsory, String part, Set<String> machines) {

        public Parameter {
            require("parameters.code", code);
            require("parameters.name", name);
            require("parameters.machines", machines);
        }
    }

    /**
     * What an order says. Texts are Chinese and name fields, or columns of {@code combinations.csv}, in braces.
     *
     * @param ages whether its age at the test matters
     * @param fields in the order in which they are asked; {@code grade} is always one
     * @param sample name of the sample
     * @param spec its size or diameter
     * @param requirement 判定依据; {@code standard} is that of the combination, else the first of {@link Followed#judged}
     * @param terms what else of the order decides the verdict, in words; null for nothing
     */
    public record Ordered(
            boolean ages,
            List<Asked> fields,
            String sample,
            String spec,
            String requirement,
            String terms,
            Count specimens) {

        public Ordered {
            fields = filled("order.fields", fields);
            require("order.sample", sample);
            require("order.spec", spec);
            require("order.requirement", requirement);
            require("order.specimens", specimens);
        }
    }

    /**
     * A field of the order, chosen from a list.
     *
     * @param field of the form, where another item's form calls it otherwise; by default the name
     * @param usual what the form proposes, or null
     * @param assumed of an order that was written before this was asked, or null
     */
    public record Asked(
            String name,
            String field,
            Name label,
            List<String> values,
            Map<String, Name> words,
            String usual,
            String assumed) {

        public Asked {
            require("order.fields.name", name);
            require("order.fields.label", label);
            values = filled("order.fields.values", values);
            field = field == null ? name : field;
            words = words == null ? Map.of() : Map.copyOf(words);
        }

        /** What people read for a value. */
        public Name said(String value) {
            return words.getOrDefault(value, new Name(value, value));
        }
    }

    /** Of one order. */
    public record Count(int least, int most) {}

    /**
     * The report.
     *
     * @param letters of its number
     * @param template of its pages of single values, {@code reports-templates/reporting/<template>.jrxml}
     */
    public record Printed(String letters, String title, String template) {

        public Printed {
            require("report.letters", letters);
            require("report.title", title);
            require("report.template", template);
        }
    }

    /** Its name in records and printed documents, which are Chinese in every language of the pages. */
    public String label() {
        return name.zh();
    }

    /** The evaluation that a specimen's reading goes into. */
    public String method() {
        return evaluations.get(0);
    }

    public String firstStage() {
        return stages.get(0);
    }

    /** The stage after that one. */
    public Optional<String> stageAfter(String stage) {
        int next = stages.indexOf(stage) + 1;
        return next > 0 && next < stages.size() ? Optional.of(stages.get(next)) : Optional.empty();
    }

    /** The order's field of that name. */
    public Asked asked(String name) {
        return order.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The order of " + code + " has no " + name));
    }

    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream().filter(each -> each.code().equals(parameter)).findFirst();
    }
}
