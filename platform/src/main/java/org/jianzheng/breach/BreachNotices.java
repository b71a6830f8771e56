package org.jianzheng.breach;

import java.time.Instant;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ChineseText;
import org.springframework.stereotype.Component;

/** What laboratory and station are told about a breach. */
@Component
class BreachNotices {

    private static final String SUPERVISOR = "station/supervisor";
    private static final String STATION_ADMIN = "station/stationadmin";

    private final Notices notices;
    private final ChineseText wording;

    BreachNotices(Notices notices, ChineseText wording) {
        this.notices = notices;
        this.wording = wording;
    }

    void opened(Breach breach) {
        lab(breach, "opened", limit(breach.dueAt()));
        send(breach, SUPERVISOR, "found", "");
        if (breach.terms().informAdmin()) {
            send(
                    breach,
                    STATION_ADMIN,
                    "repeated",
                    String.valueOf(breach.terms().repeats() + 1));
        }
    }

    void unexplained(Breach breach) {
        lab(breach, "unexplained", "");
        send(breach, SUPERVISOR, "unexplained", "");
    }

    void decided(Breach breach, int held) {
        String decision = wording.text("breach.decision." + breach.decision());
        lab(breach, "decided", held == 0 ? decision : wording.text("breach.notice.held", decision, held));
    }

    void appealed(Breach breach) {
        send(breach, STATION_ADMIN, "appealed", "");
    }

    void toCorrect(Breach breach) {
        lab(breach, "correct." + breach.dueAt(), limit(breach.dueAt()));
    }

    void overdue(Breach breach) {
        lab(breach, "overdue", limit(breach.dueAt()));
        send(breach, SUPERVISOR, "overdue", limit(breach.dueAt()));
    }

    void closed(Breach breach) {
        lab(breach, "closed", wording.text("breach.outcome." + breach.outcome()));
    }

    private void lab(Breach breach, String what, String detail) {
        send(breach, "labs/" + breach.labCode() + "/labadmin", what, detail);
    }

    /** @param what key of the message; what follows a point only tells one time from another */
    private void send(Breach breach, String to, String what, String detail) {
        String code = "breach.notice." + what.replaceAll("\\..*", "");
        notices.send(new Notice(
                "breach:" + breach.id() + ":" + what + ":" + to,
                to,
                wording.text(code + ".title", breach.breachNo()),
                wording.text(
                        code,
                        breach.breachNo(),
                        wording.text("gate.rule." + breach.rule()),
                        breach.view().reason(),
                        detail),
                "/breaches/" + breach.id(),
                breach.id()));
    }

    private static String limit(Instant due) {
        return CityTime.deadline(due);
    }
}
