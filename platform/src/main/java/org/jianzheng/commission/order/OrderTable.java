package org.jianzheng.commission.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The rows of an order's table, {@code parameters[0].name} on a page and a list of maps everywhere else. */
public final class OrderTable {

    private static final Pattern CELL = Pattern.compile("parameters\\[(\\d{1,2})]\\.(\\w+)");

    private OrderTable() {}

    /** What a page has sent, its rows together: also more of them than an order may have, which is for the order to refuse. */
    static Map<String, Object> whole(Map<String, ?> page) {
        Map<String, Object> whole = new HashMap<>();
        TreeMap<Integer, Map<String, Object>> rows = new TreeMap<>();
        page.forEach((field, value) -> {
            Matcher cell = CELL.matcher(field);
            if (cell.matches()) {
                rows.computeIfAbsent(Integer.valueOf(cell.group(1)), row -> new HashMap<>())
                        .put(cell.group(2), value);
            } else {
                whole.put(field, value);
            }
        });
        if (!rows.isEmpty()) {
            whole.put(
                    ItemOrder.PARAMETERS,
                    IntStream.rangeClosed(0, rows.lastKey())
                            .mapToObj(i -> rows.getOrDefault(i, Map.of()))
                            .toList());
        }
        return whole;
    }

    /** For a page. */
    public static Map<String, String> flat(Map<String, Object> fields) {
        Map<String, String> flat = new HashMap<>();
        fields.forEach((field, value) -> {
            if (value instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    String row = "%s[%d].".formatted(field, i);
                    ((Map<?, ?>) rows.get(i)).forEach((column, cell) -> flat.put(row + column, String.valueOf(cell)));
                }
            } else {
                flat.put(field, String.valueOf(value));
            }
        });
        return flat;
    }
}
