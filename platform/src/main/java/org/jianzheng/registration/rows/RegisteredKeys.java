package org.jianzheng.registration.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.registration.entry.EntryKind;

/**
 * Keys as they are registered already: the database takes {@code bj01-yl-01} for {@code BJ01-YL-01}, so an entry that says
 * the one is about the other, and says so from the beginning.
 */
public final class RegisteredKeys {

    private RegisteredKeys() {}

    public static Map<String, String> asRegistered(RegisteredEntries rows, EntryKind kind, Map<String, String> entry) {
        Map<String, String> spelled = new LinkedHashMap<>(entry);
        rows.same(kind, entry).ifPresent(row -> kind.keys().forEach(key -> respell(spelled, key, row.get(key))));
        if (kind == EntryKind.CALIBRATION) {
            rows.with(EntryKind.EQUIPMENT, "code", entry.get("equipmentCode")).stream()
                    .findFirst()
                    .ifPresent(machine -> respell(spelled, "equipmentCode", machine.get("code")));
        }
        return spelled;
    }

    private static void respell(Map<String, String> entry, String key, String registered) {
        Optional.ofNullable(entry.get(key))
                .filter(typed -> KeyText.same(typed, registered))
                .ifPresent(typed -> entry.put(key, registered));
    }
}
