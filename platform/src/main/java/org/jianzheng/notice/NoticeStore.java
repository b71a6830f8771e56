package org.jianzheng.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.notice.delivery.Readers;
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

    private static final String TOLD = "SELECT COUNT(*) FROM notice WHERE recipient IN (:groups)";
    private static final String READ =
            "SELECT COUNT(*) FROM notice_read WHERE username = :username AND recipient IN (:groups)";

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
        Alert alert = notice.alert();
        return sql.sql(
                                """
                                INSERT IGNORE INTO notice (id, notice_key, recipient, title, body, link, case_id, sent_at,
                                                           alert, alert_about, alert_until)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                id,
                                notice.key(),
                                notice.to(),
                                notice.title(),
                                notice.text(),
                                notice.link(),
                                notice.caseId(),
                                CityTime.utc(at),
                                alert == null ? null : alert.sentence().name(),
                                alert == null ? null : alert.about(),
                                alert == null || alert.until() == null ? null : CityTime.utc(alert.until()))
                        .update()
                == 1;
    }

    Paged<ReceivedNotice> list(Person reader, boolean unreadOnly, int page, int size) {
        var groups = List.copyOf(Readers.of(reader));
        if (groups.isEmpty() || unreadOnly && unread(reader) == 0) {
            return new Paged<>(List.of(), 0);
        }
        return Paged.read(
                page,
                size,
                () -> unreadOnly ? unread(reader) : count(TOLD, reader),
                (backwards, from, shown) -> sql.sql(shown(groups, unreadOnly, backwards))
                        .params(values(groups))
                        .param("username", reader.username())
                        .param("reach", from + shown)
                        .param("size", shown)
                        .param("from", from)
                        .query(RECEIVED)
                        .list());
    }

    /** Of each house or group as many as could be on the page, then the page. */
    private static String shown(List<String> groups, boolean unreadOnly, boolean backwards) {
        String order = backwards ? " ORDER BY sent_at, id LIMIT " : " ORDER BY sent_at DESC, id DESC LIMIT ";
        String unread = unreadOnly
                ? " AND NOT EXISTS (SELECT 1 FROM notice_read r WHERE r.notice_id = n.id AND r.username = :username)"
                : "";
        String each = IntStream.range(0, groups.size())
                .mapToObj(i ->
                        "(SELECT n.id, n.sent_at FROM notice n WHERE n.recipient = :g" + i + unread + order + ":reach)")
                .collect(Collectors.joining(" UNION ALL "));
        return "SELECT n.*, r.read_at FROM (SELECT id FROM (" + each + ") reach" + order + ":size OFFSET :from) shown"
                + " JOIN notice n USING (id) LEFT JOIN notice_read r ON r.notice_id = n.id AND r.username = :username"
                + order + ":size";
    }

    private static Map<String, String> values(List<String> groups) {
        return IntStream.range(0, groups.size()).boxed().collect(Collectors.toMap(i -> "g" + i, groups::get));
    }

    /** What was told them less what they have read: both are counted in an index, neither looks at the other. */
    long unread(Person reader) {
        return count(TOLD, reader) - count(READ, reader);
    }

    private long count(String question, Person reader) {
        return of(reader, question).query(Long.class).single();
    }

    Optional<String> link(Person reader, String id) {
        return of(reader, "SELECT n.link" + MINE + " AND n.id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void read(Person reader, String id, Instant at) {
        sql.sql("INSERT IGNORE INTO notice_read (notice_id, username, read_at, recipient)"
                        + " SELECT id, ?, ?, recipient FROM notice WHERE id = ?")
                .params(reader.username(), CityTime.utc(at), id)
                .update();
    }

    void readAll(Person reader, Instant at) {
        of(
                        reader,
                        "INSERT IGNORE INTO notice_read (notice_id, username, read_at, recipient) SELECT n.id, :username, :at, n.recipient"
                                + MINE + " AND r.read_at IS NULL")
                .param("at", CityTime.utc(at))
                .update();
    }

    private JdbcClient.StatementSpec of(Person reader, String statement) {
        var groups = Readers.of(reader);
        return sql.sql(statement).param("username", reader.username()).param("groups", groups.isEmpty() ? "" : groups);
    }
}
