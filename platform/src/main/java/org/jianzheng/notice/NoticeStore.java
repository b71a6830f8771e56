package org.jianzheng.notice;

import java.time.Instant;
import java.util.Optional;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of notices and of who has opened them. Both are only ever added. */
@Repository
class NoticeStore {

    private static final String MINE =
            """
             FROM notice n LEFT JOIN notice_read r ON r.notice_id = n.id AND r.username = :username
            WHERE n.recipient IN (:groups)""";

    private static final RowMapper<ReceivedNotice> RECEIVED = (row, n) -> new ReceivedNotice(
            row.getString("id"),
            row.getString("title"),
            row.getString("body"),
            row.getString("link"),
            CityTime.instant(row, "sent_at"),
            CityTime.instant(row, "read_at"));

    private final JdbcClient sql;

    NoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return whether it was new */
    boolean add(String id, Notice notice, Instant at) {
        return sql.sql(
                                """
                                INSERT IGNORE INTO notice (id, notice_key, recipient, title, body, link, case_id, sent_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                id,
                                notice.key(),
                                notice.to(),
                                notice.title(),
                                notice.text(),
                                notice.link(),
                                notice.caseId(),
                                CityTime.utc(at))
                        .update()
                == 1;
    }

    Paged<ReceivedNotice> list(Person reader, boolean unreadOnly, int page, int size) {
        String where = MINE + (unreadOnly ? " AND r.read_at IS NULL" : "");
        var items = of(
                        reader,
                        "SELECT n.*, r.read_at" + where + " ORDER BY n.sent_at DESC, n.id LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query(RECEIVED)
                .list();
        long total = of(reader, "SELECT COUNT(*)" + where).query(Long.class).single();
        return new Paged<>(items, total);
    }

    long unread(Person reader) {
        return of(reader, "SELECT COUNT(*)" + MINE + " AND r.read_at IS NULL")
                .query(Long.class)
                .single();
    }

    Optional<String> link(Person reader, String id) {
        return of(reader, "SELECT n.link" + MINE + " AND n.id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void read(Person reader, String id, Instant at) {
        sql.sql("INSERT IGNORE INTO notice_read (notice_id, username, read_at) VALUES (?, ?, ?)")
                .params(id, reader.username(), CityTime.utc(at))
                .update();
    }

    void readAll(Person reader, Instant at) {
        of(
                        reader,
                        "INSERT IGNORE INTO notice_read (notice_id, username, read_at) SELECT n.id, :username, :at"
                                + MINE + " AND r.read_at IS NULL")
                .param("at", CityTime.utc(at))
                .update();
    }

    private JdbcClient.StatementSpec of(Person reader, String statement) {
        var groups = NoticeReaders.of(reader);
        return sql.sql(statement).param("username", reader.username()).param("groups", groups.isEmpty() ? "" : groups);
    }
}
