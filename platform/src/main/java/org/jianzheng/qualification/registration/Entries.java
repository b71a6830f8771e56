package org.jianzheng.qualification.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What applications ask for, line by line and round by round. Lines are only ever added. */
@Component
class Entries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> ENTRY = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Application application, List<Map<String, String>> entries) {
        int line = 1;
        for (Map<String, String> entry : entries) {
            jdbc.sql("INSERT INTO qualification_application_line (application_id, round, line_no, content)"
                            + " VALUES (?, ?, ?, ?)")
                    .params(application.id(), application.round(), line++, text(entry))
                    .update();
        }
    }

    /** Those of the last round. */
    List<Map<String, String>> of(String application, int round) {
        return jdbc
                .sql("SELECT content FROM qualification_application_line"
                        + " WHERE application_id = ? AND round = ? ORDER BY line_no")
                .params(application, round)
                .query(String.class)
                .list()
                .stream()
                .map(Entries::entry)
                .toList();
    }

    /** What is kept for good: masked numbers and their hash tell of a change, the numbers themselves are not repeated. */
    static Map<String, String> lasting(Map<String, String> entry) {
        Map<String, String> lasting = new LinkedHashMap<>(entry);
        lasting.keySet().removeIf(key -> key.endsWith("Sealed"));
        return lasting;
    }

    static String text(Map<String, String> entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> entry(String text) {
        try {
            return JSON.readValue(text, ENTRY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
