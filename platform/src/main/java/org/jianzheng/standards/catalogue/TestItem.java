package org.jianzheng.standards.catalogue;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.OpenParameter;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What a laboratory may be asked to test: a folder {@code methods/<code>/} as its {@code item.yml} says. Names and references
 * only; arithmetic is in the classes that evaluate.
 *
 * @param code the folder's name and the item's on every wire, {@code splice}
 * @param family the group of records and reports it belongs to, {@code SPLICE}; never changed once cases name it
 * @param evaluations methods of {@link Standards}; the first is the one a specimen's reading goes into
 * @param specialities where it stands in the qualification standard (建质规〔2023〕1号 annex 2): a scope in any of them will do
 * @param parameters what is measured, each with its kinds of machine; the first decides the verdict
 * @param leftOpen what its evaluations' standards leave open; empty of folders that are older than this
 * @param stages of the record, in their order; most items have one
 * @param result what a record comes to where one evaluation says it all; null where the testing module composes several
 * @param policy the material by which the station's table of nonconformities goes
 * @param retentionYears how long its cases are kept (clause 9.1.3)
 * @param combinations of the order's fields that a standard knows, lines of {@code combinations.csv}: a cell holds one value or
 *     several with bars between; empty where all there are exist
 * @param counts of specimens by what the order says, lines of {@code counts.csv}; empty where all orders take as many
 * @param ages at the test and how far off they may be, lines of {@code ages.csv} from the lowest on; empty where that is free
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
        List<LeftOpen> leftOpen,
        Ordered order,
        List<RecordStage> stages,
        ResultLayout result,
        Printed report,
        String policy,
        int retentionYears,
        List<Map<String, String>> combinations,
        List<Map<String, String>> counts,
        List<Map<String, String>> ages,
        String sha256)
        implements Comparable<TestItem> {

    private static final Pattern BAR = Pattern.compile("\\|");

    private static final Comparator<TestItem> ORDER = Comparator.<TestItem>comparingInt(
                    item -> item.specialities.get(0).row())
            .thenComparing(TestItem::code);

    public TestItem {
        RequiredKeys.code("code", code, 32);
        RequiredKeys.code("family", family, 16);
        RequiredKeys.value("name", name);
        RequiredKeys.value("standards", standards);
        RequiredKeys.value("order", order);
        RequiredKeys.value("report", report);
        RequiredKeys.value("policy", policy);
        RequiredKeys.value("sha256", sha256);
        evaluations = RequiredKeys.list("evaluations", evaluations);
        specialities = RequiredKeys.list("specialities", specialities);
        parameters = RequiredKeys.list("parameters", parameters);
        leftOpen = leftOpen == null ? List.of() : List.copyOf(leftOpen);
        List<RecordStage> own = RequiredKeys.list("stages", stages);
        stages = own.stream().map(stage -> stage.filled(own)).toList();
        combinations = List.copyOf(combinations);
        counts = List.copyOf(counts);
        if (retentionYears < 1) {
            throw new IllegalArgumentException("retentionYears is missing");
        }
        ages = List.copyOf(ages);
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
            RequiredKeys.value("specialities.name", name);
        }
    }

    /** Chinese and English. */
    public record Name(String zh, String en) {

        public Name {
            RequiredKeys.value("zh", zh);
            RequiredKeys.value("en", en);
        }

        /** In the reader's language. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    /**
     * 检测依据 and 判定依据 by their numbers; which edition judges a case is in its order, and where the order itself writes them
     * they name its fields in braces.
     */
    public record Followed(List<String> test, List<String> judged) {

        public Followed {
            test = RequiredKeys.list("standards.test", test);
            judged = RequiredKeys.list("standards.judged", judged);
        }
    }

    /**
     * 检测参数.
     *
     * @param compulsory 必备 of its row in the qualification standard; the others (可选) may be missing from a scope
     * @param part of the record where not every sample has it, or null
     * @param machines kinds of machine, any of which will do; empty where none is needed
     * @param asked by orders that say one of these values in that field; by all where it is empty
     */
    public record Parameter(
            String code,
            Name name,
            boolean compulsory,
            String part,
            Set<String> machines,
            Map<String, List<String>> asked) {

        public Parameter {
            RequiredKeys.value("parameters.code", code);
            RequiredKeys.value("parameters.name", name);
            RequiredKeys.value("parameters.machines", machines);
            asked = asked == null ? Map.of() : Map.copyOf(asked);
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
     * @param title of the test, where the order says what it is; null where that is the item's name
     * @param parameters whether the order itself says what is measured and required ({@link OpenParameter})
     * @param lot what one order may stand for; null where that is no quantity
     */
    public record Ordered(
            boolean ages,
            List<OrderField> fields,
            String sample,
            String spec,
            String requirement,
            String terms,
            String title,
            boolean parameters,
            Count specimens,
            Lot lot) {

        public Ordered {
            fields = RequiredKeys.list("order.fields", fields);
            RequiredKeys.value("order.sample", sample);
            RequiredKeys.value("order.spec", spec);
            RequiredKeys.value("order.requirement", requirement);
            RequiredKeys.value("order.specimens", specimens);
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
            units = RequiredKeys.list("order.lot.units", units);
            RequiredKeys.value("order.lot.most", most);
        }

        public String unit() {
            return units.get(0);
        }
    }

    /** Of one order. */
    public record Count(int least, int most) {}

    /**
     * The report.
     *
     * @param letters of its number
     * @param engineerStamp whether a registered engineer stamps it (clause 9.1.1)
     * @param facts of the sample, above the single values
     * @param tables of single values; a kind of which there is none is left out. Empty of an item that
     *     cannot be reported yet, and so not be ordered
     */
    public record Printed(
            String letters, String title, Boolean engineerStamp, List<ReportValue> facts, List<ReportTable> tables) {

        public Printed {
            RequiredKeys.value("report.letters", letters);
            RequiredKeys.value("report.title", title);
            engineerStamp = engineerStamp != null && engineerStamp;
            facts = facts == null
                    ? List.of()
                    : facts.stream().map(each -> each.or(ReportSource.FACT)).toList();
            tables = tables == null ? List.of() : List.copyOf(tables);
        }

        private Printed with(Printed pages) {
            return new Printed(letters, title, pages.engineerStamp, pages.facts, pages.tables);
        }
    }

    /** The test standards that the folder itself names; none where the order does. */
    public List<String> knownMethods() {
        return standards.test().stream()
                .filter(standard -> !standard.contains("{"))
                .toList();
    }

    /** Its name in records and printed documents, which are Chinese in every language of the pages. */
    public String label() {
        return name.zh();
    }

    /** The evaluation that a specimen's reading goes into. */
    public String method() {
        return evaluations.get(0);
    }

    /** Whether it goes all the way to a report: nothing else may be ordered. */
    public boolean isOrdered() {
        return !report.tables().isEmpty();
    }

    /** With the report of another version of its folder. */
    private TestItem with(Printed printed) {
        return new TestItem(
                code,
                family,
                name,
                evaluations,
                specialities,
                standards,
                parameters,
                leftOpen,
                order,
                stages,
                result,
                printed,
                policy,
                retentionYears,
                combinations,
                counts,
                ages,
                sha256);
    }

    /** Folders that were kept before they said what a report prints do as the present one. */
    TestItem printedAs(TestItem present) {
        return isOrdered() ? this : with(report.with(present.report));
    }

    public String firstStage() {
        return stages.get(0).code();
    }

    public RecordStage stage(String stage) {
        return stages.stream()
                .filter(each -> each.code().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no stage " + stage));
    }

    /** Whether that verdict lets the same sample be tested again at a stage that is not recorded yet. */
    public boolean goesOnAfter(Verdict verdict, Set<String> recorded) {
        return stages.stream()
                .anyMatch(stage -> verdict.name().equals(stage.after()) && !recorded.contains(stage.code()));
    }

    /** The first stage that is not recorded yet; the last again where all are. */
    public String stageAfter(Set<String> recorded) {
        return stages.stream()
                .map(RecordStage::code)
                .filter(code -> !recorded.contains(code))
                .findFirst()
                .orElse(stages.get(stages.size() - 1).code());
    }

    /** The line of {@code combinations.csv} that these fields of an order are of; empty where the folder lists none. */
    public Optional<Map<String, String>> combination(Map<String, String> fields) {
        return combinationsOf(fields).stream().findFirst();
    }

    /**
     * What a field of the order may be, given those chosen before it in the columns of {@code combinations.csv}; all its values
     * where no combination speaks of it.
     */
    public List<String> choices(String field, Map<String, String> chosen) {
        if (!columns().contains(field)) {
            return asked(field).values();
        }
        Set<String> there = combinationsBefore(field, chosen).stream()
                .flatMap(row -> cell(row, field))
                .collect(Collectors.toSet());
        return asked(field).values().stream().filter(there::contains).toList();
    }

    /** Headings of {@code combinations.csv}, in their order. */
    public Set<String> columns() {
        return combinations.isEmpty() ? Set.of() : combinations.get(0).keySet();
    }

    /** Lines of {@code combinations.csv} that go with what was chosen in the columns before that one. */
    public List<Map<String, String>> combinationsBefore(String column, Map<String, String> chosen) {
        Map<String, String> before = new HashMap<>(chosen);
        before.keySet()
                .retainAll(columns().stream()
                        .takeWhile(other -> !other.equals(column))
                        .toList());
        return combinationsOf(before);
    }

    /** Lines that these fields of an order are of; a field that the table does not have says nothing. */
    public List<Map<String, String>> combinationsOf(Map<String, String> fields) {
        return combinations.stream()
                .filter(row -> fields.entrySet().stream()
                        .allMatch(field -> !row.containsKey(field.getKey())
                                || cell(row, field.getKey()).anyMatch(field.getValue()::equals)))
                .toList();
    }

    private static Stream<String> cell(Map<String, String> row, String column) {
        return BAR.splitAsStream(row.get(column));
    }

    /** What an order with these fields asks to be measured: where it does not say, what was usual, or else all. */
    public List<Parameter> measured(Map<String, String> fields) {
        return parameters.stream()
                .filter(parameter -> parameter.asked().entrySet().stream()
                        .allMatch(when -> isSaid(fields, when.getKey(), when.getValue())))
                .toList();
    }

    private boolean isSaid(Map<String, String> fields, String name, List<String> values) {
        String said = fields.getOrDefault(name, asked(name).assumed());
        return said == null || values.contains(said);
    }

    /** Number of the standard that an order with these fields is judged by. */
    public String judgedBy(Map<String, String> fields) {
        return combination(fields)
                .map(row -> row.get("standard"))
                .orElseGet(() -> standards.judged().get(0));
    }

    /** The order's field of that name. */
    public OrderField asked(String name) {
        return order.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The order of " + code + " has no " + name));
    }
}
