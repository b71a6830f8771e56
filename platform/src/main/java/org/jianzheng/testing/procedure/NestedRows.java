package org.jianzheng.testing.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.standards.catalogue.ResultLayout.Nested;
import org.jianzheng.standards.evaluation.InputField;

/** Bars of components, typed as one list: which row is in which group, and what the evaluation gets of them. */
record NestedRows(Nested nested, List<RecordForm> rows) {

    /** Every group has its rows, and none is left out: nobody picks among the components after having measured them. */
    void requireGroups(int groups, RecordForm record, String list) {
        rows.forEach(row -> requireNumber(row, groups));
        int found = groups().size();
        if (found != groups) {
            throw record.broken(list, "testing.form.groups", groups, found);
        }
    }

    private void requireNumber(RecordForm row, int groups) {
        if (number(row) < 1 || number(row) > groups) {
            throw row.broken(nested.by(), "testing.form.between", 1, groups, number(row));
        }
    }

    private int number(RecordForm row) {
        return row.reading(nested.by()).value().intValueExact();
    }

    /** Positions of the rows by the number of their group. */
    private Map<Integer, List<Integer>> groups() {
        var groups = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(number(rows.get(i)), each -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    /** @param record for what is the same of all groups */
    List<Map<String, Object>> inputs(InputField field, RecordForm record) {
        return groups().values().stream()
                .map(group -> input(field, record, group))
                .toList();
    }

    private Map<String, Object> input(InputField field, RecordForm record, List<Integer> group) {
        var input = new LinkedHashMap<String, Object>();
        for (InputField member : field.members()) {
            input.put(
                    member.name(),
                    member.name().equals(nested.group())
                            ? group.stream().map(rows::get).map(this::values).toList()
                            : InputCheck.value(member, record));
        }
        return input;
    }

    private Map<String, Object> values(RecordForm row) {
        return Map.of(nested.list(), nested.of().stream().map(row::reading).toList());
    }

    /** What the groups are, none of which is one of those. */
    Set<String> apartFrom(Set<String> others) {
        var found = new HashSet<String>();
        for (RecordForm row : rows) {
            String name = KeyText.compared(row.required(nested.apart(), 200));
            if (others.contains(name)) {
                throw row.broken(nested.apart(), "testing.form.again", row.text(nested.apart(), 200));
            }
            found.add(name);
        }
        return found;
    }

    /** Of a list of lists in the answer, what belongs to each row; empty texts where there is none. */
    List<String> figures(List<?> answer) {
        var figures = new ArrayList<String>();
        rows.forEach(row -> figures.add(""));
        var groups = List.copyOf(groups().values());
        IntStream.range(0, Math.min(groups.size(), answer.size()))
                .filter(i -> answer.get(i) instanceof List<?>)
                .forEach(i -> place(figures, groups.get(i), (List<?>) answer.get(i)));
        return figures;
    }

    private static void place(List<String> figures, List<Integer> group, List<?> answers) {
        IntStream.range(0, Math.min(group.size(), answers.size()))
                .forEach(i -> figures.set(group.get(i), String.valueOf(answers.get(i))));
    }
}
