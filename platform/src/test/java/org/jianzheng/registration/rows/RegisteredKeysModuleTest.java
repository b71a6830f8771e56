package org.jianzheng.registration.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.registration.Typed;
import org.jianzheng.registration.entry.Applying;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A key in other letters, of another width or with what nobody sees in it names what is registered, in every registry. */
@PlatformTest
class RegisteredKeysModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    RegistryRows shelf;

    @Autowired
    JdbcTemplate sql;

    @Test
    void everyRegistryFindsItsRowsAndKeepsTheirSpelling() {
        Set<EntryKind> found = EnumSet.noneOf(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            shelf.select(kind, "1 = 1").stream().limit(5).forEach(row -> {
                Map<String, String> other = respelled(kind, row);
                for (RegisteredEntries rows : List.of(shelf, new LoadedRegistries(shelf))) {
                    Map<String, String> entry = RegisteredKeys.asRegistered(rows, kind, other);
                    assertThat(kind.keys()).as("%s %s", kind, row).allSatisfy(key -> assertThat(entry.get(key))
                            .isEqualTo(row.get(key)));
                }
                found.add(kind);
            });
        }
        assertThat(found)
                .contains(
                        EntryKind.ORGANISATION,
                        EntryKind.LAB,
                        EntryKind.LAB_CERTIFICATE,
                        EntryKind.PERSON,
                        EntryKind.CERTIFICATE,
                        EntryKind.EQUIPMENT,
                        EntryKind.CAMERA);
    }

    private static Map<String, String> respelled(EntryKind kind, Map<String, String> row) {
        Map<String, String> other = new LinkedHashMap<>(row);
        kind.fields().stream()
                .filter(field -> field.isKey() && kind.keys().contains(field.key()))
                .map(EntryField::key)
                .forEach(key -> other.put(key, KeyText.written(unlike(row.get(key)))));
        return other;
    }

    private static String unlike(String key) {
        return " " + key.toLowerCase(Locale.ROOT).replace('-', '－').replace('0', '０') + "\u200b\u3000";
    }

    @Test
    void anotherSpellingOfAMachineChangesThatMachineAndSaysSo() {
        var desk = new Applying(platform);
        String id = desk.apply("labadmin", "EQUIPMENT", "labs/BJ01", Typed.equipment("bj01－yl－０１\u200b", "XI-1"));
        assertThat(sql.queryForObject(
                        "SELECT content FROM qualification_application_line WHERE application_id = ?",
                        String.class,
                        id))
                .contains("\"BJ01-YL-01\"");
        desk.complete("supervisor", id, Map.of("decision", "REFUSE", "reason", "不是这台"));
        desk.complete("labadmin", id, Map.of("decision", "WITHDRAW", "reason", "重新申请"));
        desk.breaks(
                "registration.taken",
                "labadmin",
                "CAMERA",
                "labs/BJ01",
                Typed.camera("ｂｊ０２-sx-01", "水泥室", "DOME", "4", 90));
    }
}
