package org.jianzheng.qualification.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.Paged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registries' rows as entries. Table and column names come from {@link Kind} alone, values are always bound. */
@Component
class Shelf implements Standing {

    private final JdbcClient jdbc;
    private final Bulk bulk;

    Shelf(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    @Override
    public List<Map<String, String>> with(Kind kind, String field, String value) {
        return select(kind, column(field) + " = ?", value);
    }

    @Override
    public Optional<Map<String, String>> same(Kind kind, Map<String, String> entry) {
        String where = kind.keys().stream().map(key -> column(key) + " = ?").collect(Collectors.joining(" AND "));
        return select(
                        kind,
                        where,
                        kind.keys().stream().map(key -> (Object) entry.get(key)).toArray())
                .stream()
                .findFirst();
    }

    /** @param where SQL of this program with a question mark for each parameter */
    List<Map<String, String>> select(Kind kind, String where, Object... parameters) {
        return jdbc
                .sql("SELECT * FROM " + kind.table() + " WHERE " + where)
                .params(parameters)
                .query()
                .listOfRows()
                .stream()
                .map(Shelf::entry)
                .toList();
    }

    /** Some of the rows, in the order of their keys. */
    List<Map<String, String>> part(Kind kind, String where, Object[] parameters, int from, int size) {
        return select(kind, where + " ORDER BY " + order(kind) + " LIMIT " + size + " OFFSET " + from, parameters);
    }

    private static String order(Kind kind) {
        return kind.keys().stream().map(Shelf::column).collect(Collectors.joining(", "));
    }

    /** @param house code whose rows, or {@code %} for everybody's */
    Paged<Map<String, String>> page(Kind kind, String house, String search, int page, int size) {
        String text = kind.fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT)
                .map(field -> column(field.key()))
                .collect(Collectors.joining(", ' ', "));
        String own = kind.houseKey().isEmpty() ? "? = '%'" : column(kind.houseKey()) + " LIKE ?";
        String where = own + " AND CONCAT(" + text + ") LIKE ?";
        String pattern = "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        long total = jdbc.sql("SELECT COUNT(*) FROM " + kind.table() + " WHERE " + where)
                .params(house, pattern)
                .query(Long.class)
                .single();
        return new Paged<>(
                select(
                        kind,
                        where + " ORDER BY " + order(kind) + " LIMIT ? OFFSET ?",
                        house,
                        pattern,
                        size,
                        (long) page * size),
                total);
    }

    private static Map<String, String> entry(Map<String, Object> row) {
        Map<String, String> entry = new LinkedHashMap<>();
        row.forEach((column, value) -> entry.put(key(column), value == null ? "" : value.toString()));
        return entry;
    }

    /** New rows, or new values of those with the same keys. All have the same fields. */
    void put(Kind kind, List<Map<String, String>> entries) {
        List<String> keys = List.copyOf(entries.get(0).keySet());
        String columns = keys.stream().map(Shelf::column).collect(Collectors.joining(", "));
        String marks = keys.stream().map(key -> "?").collect(Collectors.joining(", "));
        String changes = keys.stream()
                .filter(key -> !kind.keys().contains(key))
                .map(key -> "%1$s = VALUES(%1$s)".formatted(column(key)))
                .collect(Collectors.joining(", "));
        bulk.insert(
                "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE %s"
                        .formatted(kind.table(), columns, marks, changes),
                entries,
                entry -> keys.stream().map(key -> value(key, entry.get(key))).toArray());
    }

    /** The certificate that holds now is the one that runs longest. */
    void calibrate(String equipment) {
        jdbc.sql(
                        """
                        UPDATE qualification_equipment e JOIN qualification_calibration c ON c.equipment_code = e.code
                           SET e.calibration_no = c.calibration_no, e.calibrated_on = c.calibrated_on,
                               e.calibrated_until = c.calibrated_until
                         WHERE e.code = ? AND c.calibrated_until > e.calibrated_until""")
                .param(equipment)
                .update();
    }

    private static Object value(String key, String value) {
        return key.equals("leftOn") && value.isEmpty() ? null : value;
    }

    static String column(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String key(String column) {
        String[] words = column.split("_");
        StringBuilder key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }
}
