package org.jianzheng.reporting.proof;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reports whose row or evidence was found changed, until they are found whole again. */
@Component
public class DamagedRecords {

    private static final Logger log = LoggerFactory.getLogger(DamagedRecords.class);

    // Enough to be alarmed; the nightly reading names the rest.
    private static final int MOST = 100;

    private final Set<String> numbers = new ConcurrentSkipListSet<>();

    public void note(String reportNo) {
        if (numbers.size() < MOST && numbers.add(reportNo)) {
            log.error("Report {}: its row, its evidence and the ledger do not say the same", reportNo);
        }
    }

    public void whole(String reportNo) {
        if (numbers.remove(reportNo)) {
            log.info("Report {} is whole again", reportNo);
        }
    }

    public Set<String> numbers() {
        return Set.copyOf(numbers);
    }
}
