package org.jianzheng.standards.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.MethodFolders;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.ReportTable;
import org.jianzheng.standards.catalogue.ReportValue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.support.BundledFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a folder names is there. */
class CatalogueTest {

    /** What would make a folder a program: expressions, conditions, comparisons. */
    private static final Pattern OPERATORS = Pattern.compile("[<>=*^&!]|[$#]\\{|\\bif\\b|\\s[+/?]\\s|\\d\\s-\\s\\d");

    private static final Set<String> EDITIONS = StandardTable.load("editions").rows().stream()
            .map(row -> row.text("standard"))
            .collect(Collectors.toSet());

    static List<TestItem> items() {
        return Catalogue.current().items();
    }

    @ParameterizedTest
    @MethodSource("items")
    void itsEvaluationsAndStandardsAreKnown(TestItem item) {
        assertThat(new Standards().methods()).containsAll(item.evaluations());
        assertThat(EDITIONS)
                .containsAll(known(item.standards().test()))
                .containsAll(known(item.standards().judged()))
                .containsAll(item.combinations().stream()
                        .map(row -> row.get("standard"))
                        .toList());
    }

    /** Without those that the order writes. */
    private static List<String> known(List<String> standards) {
        return standards.stream().filter(standard -> !standard.startsWith("{")).toList();
    }

    @ParameterizedTest
    @MethodSource("items")
    void aReportNamesEachValueOnce(TestItem item) {
        var report = item.report();
        assertThat(report.facts()).extracting(ReportValue::key).doesNotHaveDuplicates();
        for (ReportTable table : report.tables()) {
            assertThat(Stream.of(table.columns(), table.foot()).flatMap(List::stream))
                    .extracting(ReportValue::key)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void itsOrderAsksForAGradeAndForWhatItsTextsAndTablesName(TestItem item) {
        Set<String> fields =
                item.order().fields().stream().map(OrderField::name).collect(Collectors.toSet());
        assertThat(fields).contains("grade");
        for (OrderField field : item.order().fields()) {
            assertThat(field.values())
                    .doesNotHaveDuplicates()
                    .containsAll(field.words().keySet());
            assertThat(Stream.of(field.usual(), field.assumed()).filter(value -> value != null))
                    .allMatch(field.values()::contains);
        }
        for (Map<String, String> row : item.combinations()) {
            row.forEach((column, cell) -> {
                if (fields.contains(column)) {
                    assertThat(item.asked(column).values()).contains(cell.split("\\|"));
                } else {
                    assertThat(column).isIn("standard", "sample");
                }
            });
        }
    }

    @Test
    void theFoldersHoldNamesAndTablesAndNoExpressions() {
        MethodFolders folders = MethodFolders.ofTheJar();
        for (TestItem item : items()) {
            folders.folder(item.code()).files().forEach((file, text) -> text.lines()
                    .map(line -> line.replaceFirst("^\\s*(#|label:|hint:).*", ""))
                    .forEach(line -> assertThat(OPERATORS.matcher(line).find())
                            .as(item.code() + "/" + file + ": " + line)
                            .isFalse()));
        }
    }

    /** A laboratory cannot register what the form does not offer, nor a station decide on it. */
    @Test
    void aFormThatListsItemsListsAllThatCanBeOrdered() {
        Set<String> ordered =
                items().stream().filter(TestItem::isOrdered).map(TestItem::code).collect(Collectors.toSet());
        List<Set<String>> lists = BundledFiles.forms().entrySet().stream()
                .flatMap(form -> lists(form.getValue()))
                .filter(list -> list.contains("mortar-cube"))
                .toList();

        assertThat(lists).isNotEmpty().allSatisfy(list -> assertThat(list).containsAll(ordered));
    }

    private static Stream<Set<String>> lists(byte[] form) {
        try {
            return new ObjectMapper()
                    .readTree(form).findValues("values").stream()
                            .map(values -> Set.copyOf(values.findValuesAsText("value")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theOrderIsThatOfTheQualificationStandard() {
        assertThat(items())
                .extracting(TestItem::code)
                .containsSubsequence("cement", "rebar", "weld", "concrete-cube", "mortar-cube");
    }
}
