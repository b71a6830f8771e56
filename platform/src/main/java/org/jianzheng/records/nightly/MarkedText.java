package org.jianzheng.records.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;

/** What is marked of a row: a JSON array of strings or null, the kind of row first. */
final class MarkedText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MarkedText() {}

    static String of(NightlyProgress row) {
        return json(
                "nightly.progress",
                row.runAt(),
                row.check(),
                row.begunAt(),
                row.first(),
                row.last(),
                row.counted(),
                row.mismatches());
    }

    static String of(NightlyOutcome row) {
        return json(
                "nightly.outcome",
                row.runAt(),
                row.check(),
                row.begunAt(),
                row.endedAt(),
                row.first(),
                row.last(),
                row.counted(),
                row.mismatches());
    }

    static String of(FoundMismatch row) {
        return json(
                "nightly.mismatch", row.runAt(), row.check(), row.subject(), row.record(), row.what(), row.foundAt());
    }

    private static String json(Object... values) {
        List<String> texts = Arrays.stream(values)
                .map(value -> value == null ? null : value.toString())
                .toList();
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
