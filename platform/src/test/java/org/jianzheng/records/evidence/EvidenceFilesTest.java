package org.jianzheng.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@Clause("4.1.7")
class EvidenceFilesTest {

    @Autowired
    EvidenceFiles files;

    @Autowired
    EvidenceSettings settings;

    @Autowired
    JdbcTemplate sql;

    byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

    @Test
    void keepsAFileOnceUnderItsHash() {
        String sha256 = files.store(content, "text/plain");

        assertThat(files.store(content, "text/plain")).isEqualTo(sha256);
        assertThat(files.read(sha256)).isEqualTo(content);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM evidence_file WHERE sha256 = ?", Integer.class, sha256))
                .isEqualTo(1);
        assertThat(stored(sha256).getParent()).isDirectoryNotContaining("glob:**part*");
    }

    @Test
    void refusesToHandOutAFileThatWasChangedOnTheDisk() throws IOException {
        String sha256 = files.store(content, "text/plain");
        Files.writeString(stored(sha256), "changed");

        assertThatThrownBy(() -> files.read(sha256)).hasMessageContaining("changed or damaged");
    }

    @Test
    void storingAgainMendsADamagedFile() throws IOException {
        String sha256 = files.store(content, "text/plain");
        Files.writeString(stored(sha256), "damaged");

        files.store(content, "text/plain");

        assertThat(files.read(sha256)).isEqualTo(content);
    }

    @Test
    void knowsNoOtherNamesThanHashes() {
        assertThatThrownBy(() -> files.read("0".repeat(64))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.read("../../etc/passwd")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.read("")).isInstanceOf(NotFound.class);
    }

    private Path stored(String sha256) {
        return settings.folder().resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
