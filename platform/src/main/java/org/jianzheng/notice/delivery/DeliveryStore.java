package org.jianzheng.notice.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.carrier.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages on their way. One that is taken up is another node's again only after a while, so that nothing is held while the other
 * side thinks; if this node dies meanwhile, it is sent again.
 */
@Repository
public class DeliveryStore {

    private static final int LONGEST_ERROR = 300;

    private final JdbcClient sql;

    DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** To everybody who reads it and has asked to be told by one of these ways. */
    public void add(String noticeId, String recipient, Collection<Channel> on, Instant at) {
        if (on.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO notice_delivery (notice_id, address_id, lane, state, attempts, next_try_at)
                        SELECT :notice, a.id, a.lane, 'WAITING', 0, :at
                          FROM notice_address_reader r JOIN notice_address a ON a.id = r.address_id
                         WHERE r.reader = :recipient AND a.channel IN (:on)""")
                .param("notice", noticeId)
                .param("at", CityTime.utc(at))
                .param("recipient", recipient)
                .param("on", on.stream().map(Enum::name).toList())
                .update();
    }

    private record Key(String notice, String address) {}

    /** Takes up what is due, but for what has to wait with a lane that is busy. */
    List<Parcel> take(Collection<String> busy, int most, Instant now, Duration lease) {
        String lanes = busy.isEmpty() ? "" : " AND lane NOT IN (:busy)";
        var asked = sql.sql(
                        "SELECT notice_id, address_id FROM notice_delivery WHERE state = 'WAITING' AND next_try_at <= :now"
                                + lanes + " ORDER BY next_try_at LIMIT " + most + " FOR UPDATE SKIP LOCKED")
                .param("now", CityTime.utc(now));
        List<Key> due = (busy.isEmpty() ? asked : asked.param("busy", busy))
                .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                .list();
        List<Parcel> taken = new ArrayList<>();
        for (Key key : due) {
            sql.sql("UPDATE notice_delivery SET attempts = attempts + 1, next_try_at = ?"
                            + " WHERE notice_id = ? AND address_id = ?")
                    .params(CityTime.utc(now.plus(lease)), key.notice(), key.address())
                    .update();
            find(key).ifPresent(taken::add);
        }
        return taken;
    }

    private Optional<Parcel> find(Key key) {
        return sql.sql(
                        """
                        SELECT a.*, d.notice_id, d.attempts, n.alert, n.alert_about, n.alert_until, n.sent_at, n.recipient
                          FROM notice_delivery d JOIN notice n ON n.id = d.notice_id JOIN notice_address a ON a.id = d.address_id
                         WHERE d.notice_id = ? AND d.address_id = ?""")
                .params(key.notice(), key.address())
                .query((row, n) -> new Parcel(
                        row.getString("notice_id"),
                        AddressStore.ROW.mapRow(row, n),
                        row.getString("lane"),
                        row.getInt("attempts"),
                        row.getString("alert"),
                        row.getString("alert_about"),
                        CityTime.instant(row, "alert_until"),
                        CityTime.instant(row, "sent_at"),
                        row.getString("recipient")))
                .optional();
    }

    void ended(Parcel parcel, String state, String error, Instant at) {
        sql.sql("UPDATE notice_delivery SET state = ?, last_error = ?, ended_at = ?"
                        + " WHERE notice_id = ? AND address_id = ? AND state = 'WAITING'")
                .params(
                        state,
                        cut(error),
                        CityTime.utc(at),
                        parcel.noticeId(),
                        parcel.address().id())
                .update();
    }

    void later(Parcel parcel, String error, Instant next) {
        sql.sql("UPDATE notice_delivery SET last_error = ?, next_try_at = ?"
                        + " WHERE notice_id = ? AND address_id = ? AND state = 'WAITING'")
                .params(
                        cut(error),
                        CityTime.utc(next),
                        parcel.noticeId(),
                        parcel.address().id())
                .update();
    }

    private static String cut(String error) {
        return error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }

    /** What ended long ago is of no use any more; the notices stay. */
    void forget(Instant before, int most) {
        for (String state : List.of("SENT", "GIVEN_UP")) {
            sql.sql("DELETE FROM notice_delivery WHERE state = ? AND ended_at < ? LIMIT " + most)
                    .params(state, CityTime.utc(before))
                    .update();
        }
    }

    /** Those that have been tried and still wait, by lane. */
    public List<DeliveryBacklog> backlog() {
        return sql
                .sql(
                        """
                        SELECT lane, COUNT(*) AS waiting, MAX(last_error) AS last_error FROM notice_delivery
                         WHERE state = 'WAITING' AND last_error IS NOT NULL GROUP BY lane ORDER BY lane""")
                .query((row, n) ->
                        new DeliveryBacklog(row.getString("lane"), row.getLong("waiting"), row.getString("last_error")))
                .list()
                .stream()
                .collect(Collectors.toList());
    }
}
