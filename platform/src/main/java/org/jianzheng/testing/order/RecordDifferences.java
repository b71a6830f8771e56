package org.jianzheng.testing.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What changed from one version of a record to the next: value before, value after (4.2.2.2). */
public final class RecordDifferences {

    private static final Set<String> WHY = Set.of("correctionReason", "correctionKind");

    private RecordDifferences() {}

    public static List<OrderView.Change> between(Map<String, Object> before, Map<String, Object> after) {
        var changes = new ArrayList<OrderView.Change>();
        Map<Place, String> old = leaves(before);
        Map<Place, String> young = leaves(after);
        var places = new LinkedHashMap<Place, Boolean>();
        old.keySet().forEach(place -> places.put(place, true));
        young.keySet().forEach(place -> places.put(place, true));
        for (Place place : places.keySet()) {
            if (!WHY.contains(place.field()) && !Objects.equals(old.get(place), young.get(place))) {
                changes.add(new OrderView.Change(place.field(), place.row(), old.get(place), young.get(place)));
            }
        }
        return changes;
    }

    private record Place(String list, int row, String field) {}

    private static Map<Place, String> leaves(Map<String, Object> values) {
        var leaves = new LinkedHashMap<Place, String>();
        values.forEach((key, value) -> {
            if (value instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    put(leaves, key, i + 1, rows.get(i));
                }
            } else if (value != null && !value.toString().isBlank()) {
                leaves.put(new Place("", 0, key), value.toString());
            }
        });
        return leaves;
    }

    private static void put(Map<Place, String> leaves, String list, int row, Object cells) {
        if (cells instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    leaves.put(new Place(list, row, key.toString()), value.toString());
                }
            });
        }
    }
}
