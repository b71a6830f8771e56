package org.jianzheng.nonconformity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.Ledger;
import org.springframework.stereotype.Component;

/** Who does what in a loop and when: every step is recorded in the ledger by whoever takes it. */
@Component
class Journal {

    static final int LONGEST = 1000;
    static final int LONGEST_PLAN = 2000;

    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Journal(Ledger ledger, Identity identity, Clock clock) {
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    Instant now() {
        return CityTime.now(clock);
    }

    LocalDate today() {
        return CityTime.today(clock);
    }

    String by() {
        return identity.acting().name();
    }

    /** A reason with the name of who gives it. */
    String said(String reason) {
        return by() + "：" + reason;
    }

    /** @param reason null or empty for none */
    void record(Loop loop, String action, String reason, Map<String, ?> content) {
        String because = reason == null || reason.isEmpty() ? null : reason;
        ledger.append(new Ledger.Fact(null, action, loop.ledgerSubject(), loop.caseId(), because, content));
    }

    static Map<String, Object> content(Object... keysAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            content.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return content;
    }
}
