package org.jianzheng.sampling.phone.record;

import java.util.List;
import org.jianzheng.sampling.site.RecordOutcome;

/**
 * What the phone is told.
 *
 * @param outcome name of a {@link RecordOutcome}, or {@code PHOTOS}: first the photos, then the record again
 * @param reason Chinese, or null
 * @param missing SHA-256 of photos that have not come
 */
public record RecordAnswer(String id, String outcome, String reason, List<String> missing) {

    public RecordAnswer {
        missing = List.copyOf(missing);
    }

    static RecordAnswer of(String id, RecordOutcome outcome, String reason) {
        return new RecordAnswer(id, outcome.name(), reason, List.of());
    }

    static RecordAnswer photosFirst(String id, List<String> missing) {
        return new RecordAnswer(id, "PHOTOS", null, missing);
    }
}
