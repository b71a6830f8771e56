package org.jianzheng.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is encrypted opens with its own key, as what it is, and never again once that key is destroyed. */
@PlatformTest
class FileKeysModuleTest {

    private static final byte[] FACE = "the picture of a face".getBytes(StandardCharsets.UTF_8);
    private static final String NEXT = "bmV4dC1tYXN0ZXIta2V5LTAxMjM0NTY3ODkwMTIzNDU=";

    @Autowired
    FileKeys keys;

    @Autowired
    FileKeySettings settings;

    @Autowired
    EvidenceFiles files;

    @Autowired
    JdbcTemplate sql;

    @Test
    void whatIsStoredIsNotReadableOnTheDiskAndOpensWithItsKey() {
        String key = keys.make();
        String file = keys.store(key, "portrait", FACE);
        assertThat(new String(files.read(file), StandardCharsets.ISO_8859_1)).doesNotContain("face");
        assertThat(keys.read(key, "portrait", file)).isEqualTo(FACE);
        assertThat(keys.store(key, "portrait", FACE)).isNotEqualTo(file);
    }

    @Test
    void itOpensAsNothingElseWithNoOtherKeyAndNotWhenOneBitWasChanged() {
        String key = keys.make();
        byte[] encrypted = keys.encrypt(key, "portrait", FACE);
        assertThatThrownBy(() -> keys.decrypt(key, "thumb", encrypted)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.decrypt(keys.make(), "portrait", encrypted))
                .isInstanceOf(IllegalStateException.class);
        encrypted[20] ^= 1;
        assertThatThrownBy(() -> keys.decrypt(key, "portrait", encrypted)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.decrypt(key, "portrait", new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onceItsKeyIsDestroyedNobodyReadsItAgain() {
        String key = keys.make();
        String file = keys.store(key, "portrait", FACE);
        keys.destroy(key);
        assertThat(keys.exists(key)).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keys.read(key, "portrait", file));
    }

    @Test
    void theMasterKeyIsChangedWhileEverythingStaysReadable() {
        String key = keys.make();
        String file = keys.store(key, "portrait", FACE);
        Map<String, String> listed = new HashMap<>(settings.keys());
        listed.put("next", NEXT);
        FileKeys later = with(new FileKeySettings("next", listed));
        assertThat(later.read(key, "portrait", file)).isEqualTo(FACE);
        while (underEarlier() > 0) {
            later.changeMaster();
        }
        assertThat(with(new FileKeySettings("next", Map.of("next", NEXT))).read(key, "portrait", file))
                .isEqualTo(FACE);
        // Back, for the tests after this one.
        FileKeys back = with(new FileKeySettings(settings.currentKey(), listed));
        while (sql.queryForObject("SELECT COUNT(*) FROM evidence_key WHERE master = 'next'", Long.class) > 0) {
            back.changeMaster();
        }
        assertThat(keys.read(key, "portrait", file)).isEqualTo(FACE);
    }

    private long underEarlier() {
        return sql.queryForObject("SELECT COUNT(*) FROM evidence_key WHERE master <> 'next'", Long.class);
    }

    private FileKeys with(FileKeySettings other) {
        return new FileKeys(other, files, sql, Clock.systemUTC());
    }

    @Test
    void withoutAMasterKeyThePlatformDoesNotStart() {
        assertThatThrownBy(() -> new FileKeySettings(null, Map.of())).hasMessageContaining("jianzheng.file-keys");
        assertThat(settings.toString()).doesNotContain(settings.keys().get(settings.currentKey()));
    }
}
