package org.jianzheng.records.nightly;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the station what a check found, in the transaction that keeps its outcome, so once. */
@Component
class NightlyAlarm {

    /** So many are named in the notice; its page shows all. */
    static final int SHOWN = 8;

    static final String PAGE = "/ledger-checks";

    private static final Logger log = LoggerFactory.getLogger(NightlyAlarm.class);
    private static final int LONGEST = 1700;

    private final Notices notices;
    private final MessageSource messages;

    NightlyAlarm(Notices notices, MessageSource messages) {
        this.notices = notices;
        this.messages = messages;
    }

    void found(NightlyOutcome outcome, List<FoundMismatch> first) {
        String named = first.stream().map(this::named).collect(Collectors.joining("；"));
        log.error("The nightly check {} found {} mismatches: {}", outcome.check(), outcome.mismatches(), named);
        String more = outcome.mismatches() > first.size() ? "…" : "";
        String shown = named.length() > LONGEST ? named.substring(0, LONGEST) + "…" : named + more;
        String check = text("records.check." + outcome.check());
        // Nobody can have put a notice of this key there beforehand, so that this one would count as said.
        notices.send(new Notice(
                "records:check:" + UUID.randomUUID(),
                "station",
                text("records.alarm.check.title", check, outcome.mismatches()),
                text("records.alarm.check", check, outcome.counted(), outcome.mismatches(), shown),
                PAGE,
                null));
    }

    private String named(FoundMismatch one) {
        String what = text("records.mismatch." + one.what());
        return one.subject() == null
                ? "%s %s".formatted(one.record(), what)
                : "%s（%s）%s".formatted(one.subject(), one.record(), what);
    }

    private String text(String code, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = String.valueOf(arguments[i]);
        }
        return messages.getMessage(code, shown, code, Locale.SIMPLIFIED_CHINESE);
    }
}
