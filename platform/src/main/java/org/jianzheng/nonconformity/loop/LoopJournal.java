package org.jianzheng.nonconformity.loop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Who does what in a loop and when: every step is recorded in the ledger by whoever takes it. */
@Component
public class LoopJournal {

    public static final int LONGEST = 1000;
    public static final int LONGEST_PLAN = 2000;

    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    public LoopJournal(Ledger ledger, Identity identity, Clock clock) {
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    public Instant now() {
        return CityTime.now(clock);
    }

    public LocalDate today() {
        return CityTime.today(clock);
    }

    public String by() {
        return identity.acting().name();
    }

    /** A reason with the name of who gives it. */
    public String said(String reason) {
        return by() + "：" + reason;
    }

    /** @param reason null or empty for none */
    public void record(Loop loop, String action, String reason, Map<String, ?> content) {
        String because = reason == null || reason.isEmpty() ? null : reason;
        ledger.append(new Ledger.Fact(null, action, loop.ledgerSubject(), loop.caseId(), because, content));
    }

    public static Map<String, Object> content(Object... keysAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            content.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return content;
    }
}
