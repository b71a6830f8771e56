package org.jianzheng.records.nightly;

import java.util.Arrays;
import org.jianzheng.kernel.StoredJson;

/** What is marked of a row: a JSON array of strings or null, the kind of row first. */
final class MarkedText {

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
        return StoredJson.write(Arrays.stream(values)
                .map(value -> value == null ? null : value.toString())
                .toList());
    }
}
