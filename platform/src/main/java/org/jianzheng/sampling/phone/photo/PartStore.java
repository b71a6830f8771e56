package org.jianzheng.sampling.phone.photo;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.evidence.FileKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parts of photos under way, in the database, where every node finds them and a fallen server loses none; encrypted under a
 * key of each photo's, which goes with them.
 */
@Component
class PartStore {

    private static final Duration KEPT = Duration.ofDays(7);

    private final FileKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;

    PartStore(FileKeys keys, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long offset(String username, String sha256) {
        return jdbc.sql("SELECT COALESCE(SUM(size), 0) FROM sampling_photo_part WHERE username = ? AND sha256 = ?")
                .params(username, sha256)
                .query(Long.class)
                .single();
    }

    /** Bytes of all that the person has under way. */
    long waiting(String username) {
        return jdbc.sql("SELECT COALESCE(SUM(size), 0) FROM sampling_photo_part WHERE username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }

    /** @return whether it was added: a part that was sent twice at once is there once */
    boolean add(String username, String sha256, long start, byte[] content) {
        Optional<String> before = key(username, sha256);
        String key = before.orElseGet(keys::make);
        boolean added =
                jdbc.sql("INSERT IGNORE INTO sampling_photo_part (username, sha256, start, content, size, key_id, at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                                .params(
                                        username,
                                        sha256,
                                        start,
                                        keys.encrypt(key, what(start), content),
                                        content.length,
                                        key,
                                        CityTime.utc(CityTime.now(clock)))
                                .update()
                        == 1;
        if (!added && before.isEmpty()) {
            keys.destroy(key);
        }
        return added;
    }

    private static String what(long start) {
        return "part " + start;
    }

    private Optional<String> key(String username, String sha256) {
        return jdbc.sql("SELECT key_id FROM sampling_photo_part WHERE username = ? AND sha256 = ? LIMIT 1")
                .params(username, sha256)
                .query(String.class)
                .optional();
    }

    byte[] whole(String username, String sha256) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        jdbc.sql("SELECT key_id, start, content FROM sampling_photo_part WHERE username = ? AND sha256 = ?"
                        + " ORDER BY start")
                .params(username, sha256)
                .query((row, n) -> keys.decrypt(row.getString(1), what(row.getLong(2)), row.getBytes(3)))
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    void forget(String username, String sha256) {
        key(username, sha256).ifPresent(keys::destroy);
        jdbc.sql("DELETE FROM sampling_photo_part WHERE username = ? AND sha256 = ?")
                .params(username, sha256)
                .update();
    }

    /** What nobody went on with for a week, nobody will. */
    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    @Transactional
    public void forgetOld() {
        Object old = CityTime.utc(CityTime.now(clock).minus(KEPT));
        List<String> unused = jdbc.sql("SELECT DISTINCT key_id FROM sampling_photo_part WHERE at < ?")
                .param(old)
                .query(String.class)
                .list();
        unused.forEach(keys::destroy);
        unused.forEach(key -> jdbc.sql("DELETE FROM sampling_photo_part WHERE key_id = ?")
                .param(key)
                .update());
    }
}
