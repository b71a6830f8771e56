package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianzheng.records.official.EveryTableTest;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;

/** No program text writes official rows past {@link OfficialRows} and the entities: found where SQL stands in the sources. */
@Clause({"4.1.7", "5.4.4"})
class OneDoorTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:INSERT\\s+(?:IGNORE\\s+)?INTO|REPLACE\\s+INTO|(?<!KEY )UPDATE|DELETE\\s+FROM|TRUNCATE\\s+TABLE)\\s+[\"+`\\s]*([%\\w]+)");
    /** Where a statement names its table when it runs: the door itself, and what tries its rights on no row. */
    private static final Set<String> BUILT = Set.of("OfficialRows.java", "RightsCheck.java");
    /** Migrations run as the owner of the schema, before the first request. */
    private static final Set<String> MIGRATIONS = Set.of("SealPeople.java");

    /**
     * Tables that are written by plain SQL and are not official, each with where it is. What they are, and why, stands in
     * their comments, which {@link EveryTableTest} reads.
     */
    private static final Set<String> OTHERS = Set.of(
            "acquisition_chunk",
            "acquisition_curve",
            "acquisition_quarantine",
            "acquisition_quarantine_day",
            "acquisition_trait",
            "acquisition_video",
            "checkpoint",
            "commission_case",
            "environment_affected",
            "environment_reading",
            "evidence_file",
            "evidence_key",
            "face_portrait",
            "issued_number",
            "leaf",
            "ledger_content",
            "ledger_entry",
            "ledger_file",
            "ledger_pending",
            "ledger_refusal",
            "notice",
            "notice_address",
            "notice_address_reader",
            "notice_delivery",
            "notice_mail",
            "notice_read",
            "nightly_mismatch",
            "nightly_outcome",
            "nightly_progress",
            "number_series",
            "official_adoption",
            "official_row_state",
            "position_fix",
            "qualification_import",
            "qualification_revision",
            "qualification_sweep",
            "sampling_act",
            "sampling_held_open",
            "sampling_unordered_open",
            "sampling_phone_contact",
            "sampling_photo",
            "sampling_photo_part",
            "standards_method_folder",
            "tree_node",
            "voided_number",
            "workflow_open_task");

    @Test
    void noStatementWritesAnOfficialTable() {
        Map<String, Set<String>> written = new TreeMap<>();
        for (Path file : sources()) {
            String name = file.getFileName().toString();
            if (MIGRATIONS.contains(name) || BUILT.contains(name)) {
                continue;
            }
            var statement = WRITE.matcher(read(file));
            while (statement.find()) {
                String table = statement.group(1);
                boolean words = table.equals("ON")
                        || table.equals("SKIP")
                        || table.equals("messages")
                        || name.equals("SessionTable.java");
                if (!words && !OTHERS.contains(table)) {
                    written.computeIfAbsent(table, one -> new TreeSet<>()).add(name);
                }
            }
        }
        assertThat(written)
                .as("official rows go through OfficialRows; other tables are listed here")
                .isEmpty();
    }

    @Test
    void noQueryOfEntitiesChangesThemPastTheGuard() {
        assertThat(sources()).allSatisfy(file -> assertThat(read(file))
                .doesNotContain("@Modifying")
                .doesNotContain("createNativeQuery")
                .doesNotContain("CriteriaUpdate")
                .doesNotContain("CriteriaDelete"));
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
