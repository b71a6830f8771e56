package org.jianzheng.sampling.site;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The phone's record that is being completed on this thread. A form carries what its contract declares and nothing else, so
 * what proves the record goes beside it; whoever completes a task at a desk has none.
 */
@Component
public class ArrivingRecord {

    private final ThreadLocal<SiteRecord> current = new ThreadLocal<>();

    /** Does the work, which this record is the ground of. */
    public <T> T during(SiteRecord record, Supplier<T> work) {
        current.set(record);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    public Optional<SiteRecord> current() {
        return Optional.ofNullable(current.get());
    }
}
