package org.jianzheng.registration.rows;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.registration.entry.EntryKind;

/**
 * The registries read once, each when it is first asked for, with what the lines of one application would make of them:
 * a line is compared with those before it as if they were registered. Values are found whatever their case and
 * width, as the database finds them.
 */
public final class LoadedRegistries implements RegisteredEntries {

    private final RegistryRows registryRows;
    private final Map<EntryKind, Rows> kinds = new HashMap<>();

    public LoadedRegistries(RegistryRows registryRows) {
        this.registryRows = registryRows;
    }

    @Override
    public List<Map<String, String>> with(EntryKind kind, String field, String value) {
        return rows(kind).with(field, fold(value));
    }

    @Override
    public Optional<Map<String, String>> same(EntryKind kind, Map<String, String> entry) {
        return Optional.ofNullable(rows(kind).byKey.get(key(kind, entry)));
    }

    public void put(EntryKind kind, Map<String, String> entry) {
        rows(kind).put(key(kind, entry), entry);
    }

    public static String key(EntryKind kind, Map<String, String> entry) {
        return kind.keys().stream().map(field -> fold(entry.get(field))).collect(Collectors.joining("\n"));
    }

    private Rows rows(EntryKind kind) {
        return kinds.computeIfAbsent(kind, asked -> {
            Rows rows = new Rows();
            registryRows.select(asked, "1 = 1").forEach(row -> rows.put(key(asked, row), row));
            return rows;
        });
    }

    private static String fold(String value) {
        return KeyText.compared(value);
    }

    /** Those of one kind by key, and by every field that was asked for. */
    private static final class Rows {

        private final Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
        private final Map<String, Map<String, Map<String, Map<String, String>>>> byField = new HashMap<>();

        List<Map<String, String>> with(String field, String value) {
            var values = byField.computeIfAbsent(field, this::index);
            return List.copyOf(values.getOrDefault(value, Map.of()).values());
        }

        private Map<String, Map<String, Map<String, String>>> index(String field) {
            Map<String, Map<String, Map<String, String>>> index = new HashMap<>();
            byKey.forEach((key, row) -> add(index, field, key, row));
            return index;
        }

        public void put(String key, Map<String, String> row) {
            Map<String, String> before = byKey.put(key, row);
            byField.forEach((field, index) -> {
                if (before != null) {
                    index.get(fold(before.get(field))).remove(key);
                }
                add(index, field, key, row);
            });
        }

        private static void add(
                Map<String, Map<String, Map<String, String>>> index,
                String field,
                String key,
                Map<String, String> row) {
            index.computeIfAbsent(fold(row.get(field)), value -> new LinkedHashMap<>())
                    .put(key, row);
        }
    }
}
