package org.jianzheng.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;

/** One submission held to one form. */
final class FormCheck {

    /** Rows of a dynamic list where the form sets no limit of its own. */
    private static final int ROWS = 2000;

    private final Map<String, Object> data = new HashMap<>();

    FormCheck(Map<String, ?> shown, Map<String, ?> sent) {
        data.putAll(shown);
        data.putAll(sent);
    }

    Map<String, Object> check(List<FormField> fields, Map<String, ?> sent, List<Row> rows) {
        Set<List<String>> known = FormContract.leaves(fields, List.of()).keySet();
        refuseUndeclared(sent, List.of(), known, rows);
        Map<String, Object> checked = new LinkedHashMap<>();
        walk(fields, List.of(), sent, rows, false, checked, new HashMap<>());
        return checked;
    }

    private void refuseUndeclared(Map<?, ?> sent, List<String> prefix, Set<List<String>> known, List<Row> rows) {
        sent.forEach((key, value) -> {
            List<String> path = FormContract.join(prefix, List.of(String.valueOf(key)));
            if (known.contains(path)) {
                return;
            }
            boolean inside = known.stream()
                    .anyMatch(other -> other.size() > path.size()
                            && other.subList(0, path.size()).equals(path));
            if (inside && value instanceof Map<?, ?> nested) {
                refuseUndeclared(nested, path, known, rows);
            } else if (!inside || value != null) {
                throw RuleBroken.at(Row.path(rows, path), "workflow.form.undeclared", Row.path(rows, path));
            }
        });
    }

    private void walk(
            List<FormField> fields,
            List<String> prefix,
            Map<String, ?> sent,
            List<Row> rows,
            boolean hiddenAbove,
            Map<String, Object> checked,
            Map<String, Boolean> conditions) {
        for (FormField field : fields) {
            boolean hidden = hiddenAbove || isHidden(field, rows, conditions);
            List<String> path = FormContract.join(prefix, field.path());
            if (field.type().equals("group")) {
                walk(field.children(), path, sent, rows, hidden, checked, conditions);
            } else if (!field.ignored()) {
                put(
                        checked,
                        path,
                        hidden
                                ? hidden(field, path, get(sent, path), rows)
                                : value(field, path, get(sent, path), rows));
            }
        }
    }

    private Object hidden(FormField field, List<String> path, Object sent, List<Row> rows) {
        boolean nothing = sent == null || (sent instanceof String text && text.isBlank());
        return nothing || !field.rules().compared() ? absent(field) : value(field, path, sent, rows);
    }

    /** @param conditions what has been worked out in these rows: many fields have the same */
    private boolean isHidden(FormField field, List<Row> rows, Map<String, Boolean> conditions) {
        return field.hidden() != null
                && conditions.computeIfAbsent(
                        field.hidden(), condition -> Feel.isTrue(condition, Row.context(data, rows)));
    }

    private Object value(FormField field, List<String> path, Object sent, List<Row> rows) {
        Spot spot = new Spot(Row.path(rows, path), Row.label(rows, field.label()));
        if (field.isList()) {
            return rows(field, sent, rows, spot);
        }
        return ValueCheck.check(field, sent, spot, () -> Feel.options(field.options(), data, rows));
    }

    private List<Map<String, Object>> rows(FormField field, Object sent, List<Row> above, Spot spot) {
        List<?> given = sent == null ? List.of() : sent instanceof List<?> list ? list : null;
        if (given == null) {
            throw spot.broken("workflow.form.rows");
        }
        int least = field.rules().minRows() == null ? 0 : field.rules().minRows();
        int most = field.rules().maxRows() == null ? ROWS : field.rules().maxRows();
        if (given.size() < least || given.size() > most) {
            throw least == most
                    ? spot.broken("workflow.form.rowCount.exact", most, given.size())
                    : spot.broken("workflow.form.rowCount", least, most, given.size());
        }
        List<Map<String, Object>> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Map<String, ?> row = row(given.get(i), spot);
            List<Row> rows = new ArrayList<>(above);
            rows.add(new Row(field, i, row));
            checked.add(check(field.children(), row, rows));
        }
        return checked;
    }

    private static Map<String, ?> row(Object sent, Spot spot) {
        // A row of which everything is hidden arrives as null.
        if (sent == null) {
            return Map.of();
        }
        if (!(sent instanceof Map<?, ?> map)) {
            throw spot.broken("workflow.form.rows");
        }
        Map<String, Object> row = new LinkedHashMap<>();
        map.forEach((key, value) -> row.put(String.valueOf(key), value));
        return row;
    }

    private static Object absent(FormField field) {
        return switch (field.type()) {
            case "dynamiclist", "checklist", "taglist" -> List.of();
            case "checkbox" -> false;
            default -> null;
        };
    }

    private static Object get(Map<String, ?> sent, List<String> path) {
        Object value = sent;
        for (String step : path) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> checked, List<String> path, Object value) {
        Map<String, Object> at = checked;
        for (String step : path.subList(0, path.size() - 1)) {
            at = (Map<String, Object>) at.computeIfAbsent(step, key -> new LinkedHashMap<>());
        }
        at.put(path.get(path.size() - 1), value);
    }

    /** The row of a dynamic list that is being checked. */
    record Row(FormField list, int index, Map<String, ?> values) {

        static String path(List<Row> rows, List<String> path) {
            String above = rows.stream()
                    .map(row -> String.join(".", row.list.path()) + "[" + row.index + "].")
                    .collect(Collectors.joining());
            return above + String.join(".", path);
        }

        /** {@code 试件 3 · 荷载}: the same in every language. */
        static String label(List<Row> rows, String label) {
            String above = rows.stream()
                    .map(row -> row.list.label() + " " + (row.index + 1) + " · ")
                    .collect(Collectors.joining());
            return above + label;
        }

        /** What a condition can refer to, as form-js has it. */
        static Map<String, Object> context(Map<String, Object> data, List<Row> rows) {
            Map<String, Object> context = new HashMap<>(data);
            Map<String, ?> here =
                    rows.isEmpty() ? data : rows.get(rows.size() - 1).values();
            context.put("this", here);
            context.put("parent", rows.size() > 1 ? rows.get(rows.size() - 2).values() : data);
            context.put("i", rows.stream().map(row -> row.index + 1).toList());
            return context;
        }
    }

    /** Where a value stands: for the program and for people. */
    record Spot(String field, String label) {

        RuleBroken broken(String code, Object... arguments) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = label;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return RuleBroken.at(field, code, all);
        }
    }
}
