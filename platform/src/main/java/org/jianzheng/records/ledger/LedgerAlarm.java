package org.jianzheng.records.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the station, and whoever asks for the platform's health, what is wrong with the ledger. */
@Component
class LedgerAlarm {

    private static final Logger log = LoggerFactory.getLogger(LedgerAlarm.class);
    private static final int SHOWN = 10;
    private static final int LONGEST = 1800;

    private final Notices notices;
    private final LedgerKeys keys;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile List<String> inTheWay = List.of();

    LedgerAlarm(
            Notices notices,
            LedgerKeys keys,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Rows that keep the sequencer from going on; empty as it should be. */
    List<String> inTheWay() {
        return inTheWay;
    }

    void goesOn() {
        inTheWay = List.of();
    }

    void stopped(List<String> rows) {
        List<String> named = rows.isEmpty() ? List.of("leaf, tree_node, checkpoint") : List.copyOf(rows);
        if (!named.equals(inTheWay)) {
            log.error("The ledger's sequencer stops: {}", named);
            transaction.executeWithoutResult(tx -> send("stopped:" + named, "stopped", named));
        }
        inTheWay = named;
    }

    /** @param entries ids of entries without a place, and why; in the caller's transaction */
    void refused(Map<String, String> entries) {
        log.error("The ledger's sequencer refuses entries: {}", entries);
        List<String> named = entries.entrySet().stream()
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .toList();
        send("refused:" + entries.keySet().iterator().next(), "refused", named);
    }

    // Once a day for the same thing, under a key that nobody can put there beforehand so that it would count as said.
    private void send(String about, String what, List<String> records) {
        String list = records.stream().limit(SHOWN).collect(Collectors.joining("；"));
        String more = records.size() > SHOWN ? "…" : "";
        notices.send(new Notice(
                "records:" + keys.opaque("notice:%s:%s".formatted(about, CityTime.today(clock))),
                "station",
                text(what + ".title", records.size()),
                text(what, shortened(list) + more),
                "/notices",
                null));
    }

    private static String shortened(String list) {
        return list.length() > LONGEST ? list.substring(0, LONGEST) : list;
    }

    private String text(String code, Object argument) {
        return messages.getMessage(
                "records.alarm." + code, new Object[] {String.valueOf(argument)}, Locale.SIMPLIFIED_CHINESE);
    }
}
