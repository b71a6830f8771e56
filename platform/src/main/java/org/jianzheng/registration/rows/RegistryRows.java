package org.jianzheng.registration.rows;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.kernel.KeyOrder;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryReader;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registries' rows as entries. Table and column names come from {@link EntryKind} alone, values are always bound. */
@Component
public class RegistryRows implements RegisteredEntries {

    /** Days that are told only once they are known. */
    private static final Set<String> LAST_DAYS = Set.of("leftOn", "suspendedOn", "endedOn");

    private static final String LONGEST_CALIBRATION =
            """
            SELECT c.calibration_no, c.calibrated_on, c.calibrated_until
              FROM qualification_calibration c JOIN qualification_equipment e ON e.code = c.equipment_code
             WHERE e.code = ? AND c.calibrated_until > e.calibrated_until
             ORDER BY c.calibrated_until DESC, c.calibrated_on DESC, c.calibration_no LIMIT 1""";

    /** Columns that are no text. */
    private static final Set<String> NO_TEXT =
            Set.of("kind", "rangeFrom", "rangeTo", "rangeUnit", "resolution", "parameters");

    private final JdbcClient jdbc;
    private final OfficialRows official;

    RegistryRows(JdbcClient jdbc, OfficialRows official) {
        this.jdbc = jdbc;
        this.official = official;
    }

    @Override
    public List<Map<String, String>> with(EntryKind kind, String field, String value) {
        return select(kind, column(field) + " = ?", value);
    }

    @Override
    public Optional<Map<String, String>> same(EntryKind kind, Map<String, String> entry) {
        String where = kind.keys().stream().map(key -> column(key) + " = ?").collect(Collectors.joining(" AND "));
        return select(
                        kind,
                        where,
                        kind.keys().stream().map(key -> (Object) entry.get(key)).toArray())
                .stream()
                .findFirst();
    }

    /** @param where SQL of this program with a question mark for each parameter */
    List<Map<String, String>> select(EntryKind kind, String where, Object... parameters) {
        return jdbc
                .sql("SELECT * FROM " + kind.table() + " WHERE " + where)
                .params(parameters)
                .query()
                .listOfRows()
                .stream()
                .map(RegistryRows::entry)
                .toList();
    }

    /** Some of the rows, in the order of their keys. */
    List<Map<String, String>> part(EntryKind kind, String where, Object[] parameters, int from, int size) {
        return select(kind, where + " ORDER BY " + order(kind) + " LIMIT " + size + " OFFSET " + from, parameters);
    }

    private static String order(EntryKind kind) {
        return columns(kind.keys());
    }

    /** @param house code whose rows, or {@code %} for everybody's */
    Paged<Map<String, String>> page(EntryKind kind, String house, String search, int page, int size) {
        String text = kind.fields().stream()
                .filter(field -> field.type() == EntryField.Type.TEXT)
                .map(field -> column(field.key()))
                .collect(Collectors.joining(", "));
        String own = kind.houseKey().isEmpty() ? ":house = '%'" : column(kind.houseKey()) + " LIKE :house";
        String found = search.isBlank() ? "" : " AND CONCAT_WS(' ', " + text + ") LIKE :search";
        return new KeyOrder<>(
                        jdbc,
                        kind.table(),
                        kind.keys().stream().map(RegistryRows::column).toList(),
                        "SELECT * FROM " + kind.table(),
                        new ColumnMapRowMapper())
                .page(own + found, Map.of("house", house, "search", SearchText.pattern(search)), page, size)
                .map(RegistryRows::entry);
    }

    private static Map<String, String> entry(Map<String, Object> row) {
        Map<String, String> entry = new LinkedHashMap<>();
        row.forEach((column, value) -> entry.put(key(column), text(value)));
        return entry;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? EntryReader.plain(number) : Objects.toString(value, "");
    }

    /** New rows, or new values of those with the same keys. All have the same fields. */
    public void put(String subject, EntryKind kind, List<Map<String, String>> entries) {
        List<String> keys = List.copyOf(entries.get(0).keySet());
        official.putAll(
                subject,
                kind.table(),
                columns(kind.keys()),
                columns(keys),
                entries.stream()
                        .map(entry -> keys.stream()
                                .map(key -> value(key, entry.get(key)))
                                .toArray())
                        .toList());
    }

    private static String columns(List<String> keys) {
        return keys.stream().map(RegistryRows::column).collect(Collectors.joining(", "));
    }

    /** The certificate that holds now is the one that runs longest. */
    public void calibrate(String subject, String equipment) {
        jdbc.sql(LONGEST_CALIBRATION)
                .param(equipment)
                .query()
                .listOfRows()
                .forEach(longest ->
                        official.update(subject, EntryKind.EQUIPMENT.table(), Map.of("code", equipment), longest));
    }

    private static Object value(String key, String value) {
        return value.isEmpty() && (LAST_DAYS.contains(key) || NO_TEXT.contains(key)) ? null : value;
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
