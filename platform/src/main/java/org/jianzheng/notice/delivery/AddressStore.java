package org.jianzheng.notice.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.carrier.Channel;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of addresses. What waits for one goes with it: the notice itself stays on its reader's page. */
@Repository
public class AddressStore {

    static final RowMapper<Address> ROW = (row, n) -> new Address(
            row.getString("id"),
            Channel.valueOf(row.getString("channel")),
            row.getString("username"),
            row.getString("subject"),
            row.getString("language"),
            row.getString("target"),
            row.getString("p256dh"),
            row.getString("auth"),
            CityTime.instant(row, "seen_at"),
            CityTime.instant(row, "checked_at"));

    /** Of one person. */
    private static final int MOST = 5;

    private static final int AT_ONCE = 500;

    private final JdbcClient sql;

    AddressStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Said again, it is as it is said now. A browser that somebody else had is the later one's alone. */
    public void put(NewAddress address, Instant at) {
        String place = DigestUtils.sha256Hex(address.place());
        sql.sql("SELECT id FROM notice_address WHERE place = ? AND username <> ?")
                .params(place, address.username())
                .query(String.class)
                .list()
                .forEach(this::remove);
        sql.sql(
                        """
                        INSERT INTO notice_address (id, channel, username, subject, language, place, lane, target, p256dh, auth,
                                                    device, seen_at, checked_at)
                        VALUES (:id, :channel, :username, :subject, :language, :place, :lane, :target, :p256dh, :auth,
                                :device, :at, :at)
                        ON DUPLICATE KEY UPDATE subject = :subject, language = :language, lane = :lane, target = :target,
                                p256dh = :p256dh, auth = :auth, device = :device, seen_at = :at, checked_at = :at""")
                .param("id", UUID.randomUUID().toString())
                .param("channel", address.channel().name())
                .param("username", address.username())
                .param("subject", address.subject())
                .param("language", address.language())
                .param("place", place)
                .param("lane", address.lane())
                .param("target", address.target())
                .param("p256dh", address.p256dh())
                .param("auth", address.auth())
                .param("device", address.device())
                .param("at", CityTime.utc(at))
                .update();
        String id = sql.sql("SELECT id FROM notice_address WHERE place = ?")
                .param(place)
                .query(String.class)
                .single();
        readers(id, address.readers());
        removeOldest(address.username(), address.channel());
    }

    /** Beyond so many, those that were not seen for the longest time. */
    private void removeOldest(String username, Channel channel) {
        sql.sql("SELECT id FROM notice_address WHERE username = ? AND channel = ?"
                        + " ORDER BY seen_at DESC, id LIMIT 100 OFFSET " + MOST)
                .params(username, channel.name())
                .query(String.class)
                .list()
                .forEach(this::remove);
    }

    private void readers(String id, Set<String> readers) {
        sql.sql("DELETE FROM notice_address_reader WHERE address_id = ?")
                .param(id)
                .update();
        readers.forEach(reader -> sql.sql("INSERT INTO notice_address_reader (reader, address_id) VALUES (?, ?)")
                .params(reader, id)
                .update());
    }

    /** The realm has said whose it is. */
    void checked(String id, Set<String> readers, Instant at) {
        sql.sql("UPDATE notice_address SET checked_at = ? WHERE id = ?")
                .params(CityTime.utc(at), id)
                .update();
        readers(id, readers);
    }

    /** Of one person, the one that was seen last first. */
    public List<Address> of(String username) {
        return sql.sql("SELECT * FROM notice_address WHERE username = ? ORDER BY channel, seen_at DESC, id")
                .param(username)
                .query(ROW)
                .list();
    }

    public Optional<Address> find(String username, String place) {
        return sql.sql("SELECT * FROM notice_address WHERE place = ? AND username = ?")
                .params(DigestUtils.sha256Hex(place), username)
                .query(ROW)
                .optional();
    }

    List<Address> uncheckedSince(Instant at) {
        return sql.sql("SELECT * FROM notice_address WHERE checked_at < ? ORDER BY checked_at LIMIT " + AT_ONCE)
                .param(CityTime.utc(at))
                .query(ROW)
                .list();
    }

    public void removeDevice(String device) {
        sql.sql("SELECT id FROM notice_address WHERE device = ?")
                .param(device)
                .query(String.class)
                .list()
                .forEach(this::remove);
    }

    public void remove(String id) {
        sql.sql("DELETE FROM notice_address_reader WHERE address_id = ?")
                .param(id)
                .update();
        sql.sql("DELETE FROM notice_address WHERE id = ?").param(id).update();
        sql.sql("DELETE FROM notice_delivery WHERE address_id = ? AND state = 'WAITING'")
                .param(id)
                .update();
    }
}
