package org.jianzheng.acquisition.ingest;

import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** What came and was not taken: kept with why, never dropped. */
@Component
class Quarantine {

    private static final int BYTES_KEPT = 64 * 1024;
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_ADDRESS = 200;

    private final JdbcTemplate sql;

    Quarantine(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Why a message was not taken. */
    enum Why {
        /** Not a topic of a run. */
        TOPIC,
        /** Nobody opened that run, or for another machine. */
        UNKNOWN_RUN,
        /** Not what the contract says. */
        MALFORMED,
        /** The body names another run than the topic, or the begin another specimen than was opened. */
        MISMATCH,
        /** The station asks for software that was tried on the machine. */
        SOFTWARE,
        /** The run is sealed or was broken off. */
        AFTER_END,
        /** It could not be handled; the fault is in the log. */
        FAULT
    }

    /** @return whether it was not there yet */
    boolean keep(Arrival arrival, String equipment, Why why, String detail, Instant at) {
        byte[] bytes = arrival.bytes();
        return sql.update(
                        "INSERT IGNORE INTO acquisition_quarantine"
                                + " (address, equipment, why, detail, sha256, size, bytes, received_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        shortened(arrival.address(), LONGEST_ADDRESS),
                        shortened(equipment, 32),
                        why.name(),
                        shortened(detail, LONGEST_DETAIL),
                        new SqlParameterValue(Types.VARBINARY, DigestUtils.sha256(bytes)),
                        bytes.length,
                        new SqlParameterValue(
                                Types.VARBINARY, Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_KEPT))),
                        CityTime.utc(at))
                > 0;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
