package org.jianzheng.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on their way. A letter that could not go is tried again: after a minute, two, four … and then every hour. */
@Repository
class Outbox {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;
    private static final int LONGEST_ERROR = 300;

    private final JdbcClient sql;

    Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** A letter as it stands in the outbox. */
    record Letter(String noticeId, String address, String title, String body, String link, int attempts) {}

    void add(String noticeId, String address, Instant at) {
        sql.sql("INSERT INTO notice_mail (notice_id, address, attempts, next_try_at) VALUES (?, ?, 0, ?)")
                .params(noticeId, address, CityTime.utc(at))
                .update();
    }

    /** The next letter whose time has come, held for this transaction alone; other nodes pass over it. */
    Optional<Letter> next(Instant now) {
        // Held by a query of its own: the notice itself is nobody's to change, so nobody may lock it.
        return sql.sql(
                        """
                        SELECT notice_id FROM notice_mail WHERE sent_at IS NULL AND next_try_at <= ?
                         ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(CityTime.utc(now))
                .query(String.class)
                .optional()
                .map(this::letter);
    }

    private Letter letter(String noticeId) {
        return sql.sql(
                        """
                        SELECT m.notice_id, m.address, n.title, n.body, n.link, m.attempts
                          FROM notice_mail m JOIN notice n ON n.id = m.notice_id WHERE m.notice_id = ?""")
                .param(noticeId)
                .query((row, n) -> new Letter(
                        row.getString("notice_id"),
                        row.getString("address"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("link"),
                        row.getInt("attempts")))
                .single();
    }

    void sent(Letter letter, Instant at) {
        sql.sql("UPDATE notice_mail SET sent_at = ?, attempts = attempts + 1, last_error = NULL WHERE notice_id = ?")
                .params(CityTime.utc(at), letter.noticeId())
                .update();
    }

    void failed(Letter letter, String error, Instant at) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(letter.attempts(), DOUBLINGS));
        Instant next = at.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
        sql.sql("UPDATE notice_mail SET attempts = attempts + 1, next_try_at = ?, last_error = ? WHERE notice_id = ?")
                .params(List.of(
                        CityTime.utc(next),
                        error.substring(0, Math.min(error.length(), LONGEST_ERROR)),
                        letter.noticeId()))
                .update();
    }

    MailBacklog backlog() {
        return sql.sql(
                        """
                        SELECT COUNT(*) AS waiting, MIN(n.sent_at) AS oldest, MAX(m.last_error) AS last_error
                          FROM notice_mail m JOIN notice n ON n.id = m.notice_id WHERE m.sent_at IS NULL""")
                .query((row, n) -> new MailBacklog(
                        row.getLong("waiting"), CityTime.instant(row, "oldest"), row.getString("last_error")))
                .single();
    }
}
