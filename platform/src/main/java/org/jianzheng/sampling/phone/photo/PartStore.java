package org.jianzheng.sampling.phone.photo;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parts of photos under way, in the database, where every node finds them and a fallen server loses none. */
@Component
class PartStore {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    PartStore(JdbcClient jdbc, Clock clock) {
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
        return jdbc.sql("INSERT IGNORE INTO sampling_photo_part (username, sha256, start, content, size, at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                        .params(username, sha256, start, content, content.length, CityTime.utc(CityTime.now(clock)))
                        .update()
                == 1;
    }

    byte[] whole(String username, String sha256) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        jdbc.sql("SELECT content FROM sampling_photo_part WHERE username = ? AND sha256 = ? ORDER BY start")
                .params(username, sha256)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    void forget(String username, String sha256) {
        jdbc.sql("DELETE FROM sampling_photo_part WHERE username = ? AND sha256 = ?")
                .params(username, sha256)
                .update();
    }

    /** What nobody went on with for a week, nobody will. */
    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    @Transactional
    public void forgetOld() {
        jdbc.sql("DELETE FROM sampling_photo_part WHERE at < ?")
                .param(CityTime.utc(CityTime.now(clock).minus(KEPT)))
                .update();
    }
}
