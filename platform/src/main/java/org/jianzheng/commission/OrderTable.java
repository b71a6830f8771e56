package org.jianzheng.commission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.standards.OpenParameter;

/** The rows of an order's table, {@code parameters[0].name} on a page and a list of maps everywhere else. */
final class OrderTable {

    private static final Pattern CELL = Pattern.compile("parameters\\[(\\d{1,2})]\\.(\\w+)");

    private OrderTable() {}

    /** What a page has sent, its rows together; rows beyond what an order may have are left where they are. */
    static Map<String, Object> whole(Map<String, ?> page) {
        Map<String, Object> whole = new HashMap<>();
        Map<Integer, Map<String, Object>> rows = new TreeMap<>();
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
            List<Map<String, Object>> list = new ArrayList<>();
            for (int i = 0; i <= OpenParameter.MOST; i++) {
                list.add(rows.getOrDefault(i, Map.of()));
            }
            whole.put(ItemOrder.PARAMETERS, list);
        }
        return whole;
    }

    /** For a page. */
    static Map<String, String> flat(Map<String, Object> fields) {
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
