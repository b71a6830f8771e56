package org.jianzheng.standards.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.ResultLayout.RowSet;
import org.jianzheng.standards.evaluation.InputField;

/**
 * That a report prints only what its result has: a misspelt column would be a row of dashes that nobody misses. Known of items
 * whose result is in the folder.
 */
public final class ReportNames {

    /** 代表值 among the facts of a result, as results and folders of every year have it. */
    public static final String REPRESENTATIVE = "representativeMpa";

    private static final Standards STANDARDS = new Standards();
    private static final Set<ReportSource> FACTS =
            Set.of(ReportSource.FACT, ReportSource.BAR_AREA, ReportSource.CUBE_AREA, ReportSource.CUBE_SIZE);
    private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)?");

    private ReportNames() {}

    /** @throws IllegalStateException naming what is not there */
    static void check(TestItem item) {
        if (item.result() == null) {
            return;
        }
        Set<String> facts = facts(item);
        item.report().facts().forEach(value -> require(item, value, facts, Set.of()));
        for (ReportTable table : item.report().tables()) {
            List<RowSet> rows = item.result().rows().stream()
                    .filter(each -> table.kinds().contains(each.kind()))
                    .toList();
            if (rows.size() < table.kinds().size()) {
                throw unknown(item, "kind", table.kinds().toString());
            }
            Set<String> figures =
                    rows.stream().flatMap(each -> figures(item, each)).collect(Collectors.toSet());
            Stream.of(table.columns(), table.foot())
                    .flatMap(List::stream)
                    .forEach(value -> require(item, value, facts, figures));
        }
    }

    private static Set<String> facts(TestItem item) {
        Set<String> facts = new HashSet<>(item.result().facts());
        item.order().fields().forEach(field -> facts.add(field.name()));
        STANDARDS.inputs(item.method()).stream()
                .filter(field -> field.source().origin() == InputField.Origin.POLICY)
                .forEach(field -> facts.add(field.name()));
        facts.addAll(List.of("ageDays", REPRESENTATIVE));
        return facts;
    }

    private static Stream<String> figures(TestItem item, RowSet rows) {
        Stream<String> typed = item.stages().stream()
                .flatMap(stage -> stage.inputs().stream())
                .filter(input -> input.name().equals(rows.list()))
                .flatMap(input -> input.fields().stream())
                .map(RecordStage.Input::name);
        return Stream.concat(typed, rows.figures().keySet().stream());
    }

    private static void require(TestItem item, ReportValue value, Set<String> facts, Set<String> figures) {
        boolean there = value.of() == ReportSource.SPECIMEN
                ? figures.contains(value.from())
                : !FACTS.contains(value.of())
                        || facts.contains(value.from())
                        || SIZE.matcher(value.from()).matches();
        if (!there) {
            throw unknown(item, value.key(), value.from());
        }
    }

    private static IllegalStateException unknown(TestItem item, String key, String name) {
        return new IllegalStateException(
                "methods/%s/%s: report.%s: the result has no %s".formatted(item.code(), MethodFolder.ITEM, key, name));
    }
}
