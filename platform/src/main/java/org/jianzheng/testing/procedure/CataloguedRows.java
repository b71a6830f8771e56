package org.jianzheng.testing.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianzheng.standards.catalogue.ResultLayout.RowSet;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/** The lists of a record as the item's folder says: what they start with, what the evaluation and the result get of them. */
record CataloguedRows(TestItem item) {

    private List<RowSet> sets() {
        return item.result().rows();
    }

    Optional<RowSet> ofList(String list) {
        return sets().stream().filter(rows -> rows.list().equals(list)).findFirst();
    }

    private Optional<RowSet> ofInput(String input) {
        return sets().stream().filter(rows -> input.equals(rows.input())).findFirst();
    }

    List<Map<String, Object>> begun(String list, TestSubject subject) {
        return ofList(list).map(rows -> begun(rows, subject)).orElse(List.of());
    }

    private static List<Map<String, Object>> begun(RowSet rows, TestSubject subject) {
        return rows.nested() == null
                ? FamilyProcedure.named(subject.specimenNos(1, count(rows, subject)))
                : IntStream.rangeClosed(1, subject.sample().specimenCount())
                        .mapToObj(group -> Map.<String, Object>of(rows.nested().by(), String.valueOf(group)))
                        .flatMap(row -> Collections.nCopies(rows.first(), row).stream())
                        .toList();
    }

    // Whether it is a re-test the order says; what a first test has beyond is spare.
    private static int count(RowSet rows, TestSubject subject) {
        return subject.first() == null ? rows.first() : subject.first().again(rows.kind());
    }

    /** Nobody samples again what was found good before. */
    void requireApart(RecordForm entered) {
        Set<String> before = new HashSet<>();
        for (RowSet rows : sets()) {
            if (rows.nested() != null && rows.nested().apart() != null) {
                before.addAll(new NestedRows(rows.nested(), entered.rows(rows.list())).apartFrom(before));
            }
        }
    }

    /** What the evaluation gets for that field; null where nothing was recorded. */
    Object input(InputField field, RecordForm entered) {
        return ofInput(field.name())
                .map(rows -> input(rows, field, entered))
                .orElseGet(() -> InputCheck.value(field, entered));
    }

    private static Object input(RowSet rows, InputField field, RecordForm entered) {
        List<RecordForm> recorded = entered.rows(rows.list());
        if (recorded.isEmpty()) {
            return null;
        }
        if (rows.nested() != null) {
            return new NestedRows(rows.nested(), recorded).inputs(field, entered);
        }
        return rows.of() != null
                ? recorded.stream().map(row -> row.reading(rows.of())).toList()
                : recorded.stream().map(row -> members(field, row)).toList();
    }

    private static Map<String, Object> members(InputField group, RecordForm row) {
        Map<String, Object> members = new LinkedHashMap<>();
        group.members().forEach(member -> members.put(member.name(), InputCheck.value(member, row)));
        return members;
    }

    /** Of the result: what was read, and what of the answer belongs to each row. */
    List<SpecimenResult> specimens(RecordForm entered, Outcome outcome) {
        List<SpecimenResult> specimens = new ArrayList<>();
        for (RowSet rows : sets()) {
            List<RecordForm> recorded = entered.rows(rows.list());
            Map<String, List<String>> figures = figures(rows, recorded, outcome);
            for (int i = 0; i < recorded.size(); i++) {
                specimens.add(specimen(rows, recorded.get(i), figures, i));
            }
        }
        return specimens;
    }

    private static Map<String, List<String>> figures(RowSet rows, List<RecordForm> recorded, Outcome outcome) {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        rows.figures()
                .forEach((key, member) -> figures.put(
                        key,
                        rows.nested() == null
                                ? outcome.list(member)
                                : new NestedRows(rows.nested(), recorded).figures(outcome.groups(member))));
        return figures;
    }

    private SpecimenResult specimen(RowSet rows, RecordForm row, Map<String, List<String>> figures, int position) {
        Map<String, String> specimen = new LinkedHashMap<>();
        item.stages().stream()
                .flatMap(stage -> stage.inputs().stream())
                .filter(input -> input.name().equals(rows.list()))
                .flatMap(input -> input.fields().stream())
                .filter(field -> row.has(field.name()))
                .forEach(field -> specimen.put(field.name(), InputCheck.said(field, row)));
        figures.forEach((key, found) -> {
            if (position < found.size() && !found.get(position).isEmpty()) {
                specimen.put(key, found.get(position));
            }
        });
        return SpecimenResult.of(rows.kind(), row.text("no", 60), specimen);
    }
}
