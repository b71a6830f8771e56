package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a laboratory may be asked to test: a folder {@code methods/<code>/} as its {@code item.yml} says. Names and references
 * only; arithmetic is in the classes that evaluate.
 *
 * @param code the folder's name and the item's on every wire, {@code splice}
 * @param family the group of records and reports it belongs to, {@code SPLICE}; never changed once cases name it
 * @param evaluations methods of {@link Standards}; the first is the one a specimen's reading goes into
 * @param specialities where it stands in the qualification standard (建质规〔2023〕1号 annex 2): a scope in any of them will do
 * @param parameters what is measured, each with its kinds of machine; the first decides the verdict
 * @param stages of the record, in their order; most items have one
 * @param result what a record comes to where one evaluation says it all; null where the testing module composes several
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
        List<Stage> stages,
        Result result,
        Printed report,
        String policy,
        int retentionYears,
        List<Map<String, String>> combinations,
        List<Map<String, String>> counts,
        String sha256)
        implements Comparable<TestItem> {

    private static final Pattern BAR = Pattern.compile("\\|");

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
        if (retentionYears < 1) {
            throw new IllegalArgumentException("retentionYears is missing");
        }
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
     * @param lot what one order may stand for; null where that is no quantity
     */
    public record Ordered(
            boolean ages,
            List<Asked> fields,
            String sample,
            String spec,
            String requirement,
            String terms,
            Count specimens,
            Lot lot) {

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

    /**
     * A quantity that one sample stands for.
     *
     * @param units ways to write its unit; the first is printed
     * @param most of one order; what is more takes several
     */
    public record Lot(List<String> units, BigDecimal most) {

        public Lot {
            units = filled("order.lot.units", units);
            require("order.lot.most", most);
        }

        public String unit() {
            return units.get(0);
        }
    }

    /** Of one order. */
    public record Count(int least, int most) {}

    /**
     * A record the tester makes, on a form of its own.
     *
     * @param name what is done, for the form's head and the task
     * @param days after it was made that it is due, or null
     * @param after verdict upon which the same sample is tested again at this stage, or null where it always is
     */
    public record Stage(String code, Name name, Integer days, String after, List<Input> inputs) {

        public Stage {
            require("stages.code", code);
            require("stages.name", name);
            inputs = filled("stages.inputs", inputs);
        }
    }

    /**
     * What the tester reads off and types. One of {@code rows}, {@code decimal}, {@code choices}; a text where it has none.
     *
     * @param unit printed behind the label, or null
     * @param rows of a list, one row a specimen; the procedure says how many there are, these are the bounds of the form
     * @param fields of a row; empty without rows
     * @param part of the record it belongs to, where not every sample has it, or null
     * @param hint in Chinese, or null
     */
    public record Input(
            String name,
            Name label,
            String unit,
            Count rows,
            List<Input> fields,
            Decimal decimal,
            Map<String, Name> choices,
            boolean optional,
            String part,
            String hint) {

        public Input {
            require("inputs.name", name);
            require("inputs.label", label);
            fields = rows == null ? List.of() : filled("inputs.fields", fields);
            choices = choices == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    /** Beyond these a number is mistyped. @param places decimals */
    public record Decimal(int places, BigDecimal from, BigDecimal until) {

        public Decimal {
            require("decimal.from", from);
            require("decimal.until", until);
        }
    }

    /**
     * Texts are Chinese and name in braces: fields of the order, members of the evaluation's answer, {@code <limit>.limit} and
     * {@code judgedBy}.
     *
     * @param rows what the lists of the record give to the evaluation, and what of its answer belongs to each row
     * @param requirements 技术要求 against 检测结果
     * @param facts members of the answer that the report prints beside the rows
     * @param expected readings to be doubted: {@code list.field} and the name of what a specimen gives that just fulfils its grade
     * @param judgedBy 判定依据 of the result where it is no standard, or null
     * @param conclusion the sentence by verdict; a general one where it is missing
     */
    public record Result(
            List<RowSet> rows,
            List<Requirement> requirements,
            List<String> facts,
            Map<String, String> expected,
            String judgedBy,
            Map<String, String> conclusion) {

        public Result {
            rows = rows == null ? List.of() : List.copyOf(rows);
            requirements = filled("result.requirements", requirements);
            facts = facts == null ? List.of() : List.copyOf(facts);
            expected = expected == null ? Map.of() : Map.copyOf(expected);
            conclusion = conclusion == null ? Map.of() : Map.copyOf(conclusion);
        }
    }

    /**
     * @param list of the record
     * @param kind of the result's specimens, {@code tensile}
     * @param input of the evaluation that it is
     * @param of the one field of the row that the input is a list of; null where it is a list of rows
     * @param first how many specimens a first test takes
     * @param figures key of the result's specimen and the list of the answer that it is read from, by position
     */
    public record RowSet(String list, String kind, String input, String of, int first, Map<String, String> figures) {

        public RowSet {
            require("result.rows.list", list);
            require("result.rows.kind", kind);
            require("result.rows.input", input);
            figures = figures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /**
     * One judged property.
     *
     * @param failed what the answer calls it among what failed; null where the verdict of the whole is its own
     */
    public record Requirement(String name, String required, String measured, String failed) {

        public Requirement {
            require("result.requirements.name", name);
            require("result.requirements.required", required);
            require("result.requirements.measured", measured);
        }
    }

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
        return stages.get(0).code();
    }

    public Stage stage(String stage) {
        return stages.stream()
                .filter(each -> each.code().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no stage " + stage));
    }

    /** Whether that verdict lets the same sample be tested again at a stage that is not recorded yet. */
    public boolean goesOnAfter(String verdict, Set<String> recorded) {
        return stages.stream().anyMatch(stage -> verdict.equals(stage.after()) && !recorded.contains(stage.code()));
    }

    /** The first stage that is not recorded yet; the last again where all are. */
    public String stageAfter(Set<String> recorded) {
        return stages.stream()
                .map(Stage::code)
                .filter(code -> !recorded.contains(code))
                .findFirst()
                .orElse(stages.get(stages.size() - 1).code());
    }

    /** The line of {@code combinations.csv} that these fields of an order are of; empty where the folder lists none. */
    public Optional<Map<String, String>> combination(Map<String, String> fields) {
        return combinations.stream()
                .filter(row -> fields.entrySet().stream()
                        .allMatch(field -> !row.containsKey(field.getKey())
                                || BAR.splitAsStream(row.get(field.getKey())).anyMatch(field.getValue()::equals)))
                .findFirst();
    }

    /** Number of the standard that an order with these fields is judged by. */
    public String judgedBy(Map<String, String> fields) {
        return combination(fields)
                .map(row -> row.get("standard"))
                .orElseGet(() -> standards.judged().get(0));
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
