package org.jianzheng.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What applications ask for, line by line and round by round. Lines are only ever added. */
@Component
class ApplicationEntries {

    private final JdbcClient jdbc;
    private final OfficialRows official;

    ApplicationEntries(JdbcClient jdbc, OfficialRows official) {
        this.jdbc = jdbc;
        this.official = official;
    }

    void add(Application application, List<Map<String, String>> entries) {
        AtomicInteger line = new AtomicInteger();
        official.insertAll(
                application.ledgerSubject(),
                "qualification_application_line",
                "application_id, round, line_no, content",
                entries.stream()
                        .map(entry ->
                                new Object[] {application.id(), application.round(), line.incrementAndGet(), text(entry)
                                })
                        .toList());
    }

    /** @throws RuleBroken where what was applied for is not what stands there now */
    void requireIntact(Application application) {
        official.requireIntact("qualification_application", Map.of("id", application.id()));
        official.requireIntact(
                "qualification_application_line",
                Map.of("application_id", application.id(), "round", application.round()));
    }

    /** All of that round. */
    List<Map<String, String>> of(Application application) {
        return part(application, 0, Integer.MAX_VALUE);
    }

    /** Some of them, in their order. */
    List<Map<String, String>> part(Application application, int from, int size) {
        return jdbc
                .sql("SELECT content FROM qualification_application_line"
                        + " WHERE application_id = ? AND round = ? AND line_no > ? ORDER BY line_no LIMIT ?")
                .params(application.id(), application.round(), from, size)
                .query(String.class)
                .list()
                .stream()
                .map(ApplicationEntries::entry)
                .toList();
    }

    int count(Application application) {
        return jdbc.sql("SELECT COUNT(*) FROM qualification_application_line WHERE application_id = ? AND round = ?")
                .params(application.id(), application.round())
                .query(Integer.class)
                .single();
    }

    /** What is kept for good: masked numbers and their hash tell of a change, the numbers themselves are not repeated. */
    static Map<String, String> lasting(Map<String, String> entry) {
        Map<String, String> lasting = new LinkedHashMap<>(entry);
        lasting.keySet().removeIf(key -> key.endsWith("Sealed"));
        return lasting;
    }

    /** What the ledger keeps of them: one line as it is, of many how many they are and the hash of them all. */
    static Map<String, ?> evidence(List<Map<String, String>> entries) {
        return entries.size() == 1
                ? lasting(entries.get(0))
                : Map.of("lines", entries.size(), "sha256", sha256(entries));
    }

    private static String sha256(List<Map<String, String>> entries) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        entries.forEach(entry -> digest.update((text(entry) + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static String text(Map<String, String> entry) {
        return StoredJson.write(entry);
    }

    static Map<String, String> entry(String text) {
        return StoredJson.read(text, new TypeReference<>() {});
    }
}
