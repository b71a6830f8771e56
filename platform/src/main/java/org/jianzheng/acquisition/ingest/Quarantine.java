package org.jianzheng.acquisition.ingest;

import java.sql.Date;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.kernel.CityTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/**
 * What came and was not taken: kept with why. Each machine has its share of a day; what comes beyond it is counted, and the
 * machine still has it, for nothing of it was accepted.
 */
@Component
class Quarantine {

    static final int MOST_MESSAGES_A_DAY = 5_000;
    static final long MOST_BYTES_A_DAY = 16L << 20;

    private static final int BYTES_KEPT = 64 * 1024;
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_ADDRESS = 200;

    private final JdbcTemplate sql;
    private final ApplicationEventPublisher events;

    Quarantine(JdbcTemplate sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** Why a message was not taken. */
    enum Why {
        /** Not a topic of a run. */
        TOPIC,
        /** Sent by another than the topic names. */
        FOREIGN,
        /** Nobody opened that run, or for another machine. */
        UNKNOWN_RUN,
        /** Nobody opened that run, and the permit that it says it began under does not cover it. */
        PERMIT,
        /** Not what the contract says. */
        MALFORMED,
        /** The body names another run than the topic, or the begin another specimen than was opened. */
        MISMATCH,
        /** The station asks for software that was tried on the machine. */
        SOFTWARE,
        /** The run takes up as much as any may. */
        TOO_MUCH,
        /** The run is sealed or was broken off. */
        AFTER_END,
        /** It could not be handled; the fault is in the log. */
        FAULT
    }

    /** In the caller's transaction, and so is the warning of it. */
    void keep(Arrival arrival, Why why, String said, Instant at) {
        String detail = shortened(said, LONGEST_DETAIL);
        Optional<MachineTopic.Sender> sender = MachineTopic.sender(arrival.address());
        String equipment = sender.map(MachineTopic.Sender::equipment).orElse("");
        Date day = Date.valueOf(at.atZone(CityTime.ZONE).toLocalDate());
        if (isFull(equipment, day) || !add(arrival, equipment, why, detail, at)) {
            return;
        }
        String run = MachineTopic.of(arrival.address()).map(MachineTopic::runId).orElse("");
        boolean full = count(equipment, day, Math.min(arrival.bytes().length, BYTES_KEPT));
        sender.ifPresent(from -> {
            events.publishEvent(new RunEvents.Quarantined(from.labCode(), from.equipment(), run, why.name(), detail));
            if (full) {
                events.publishEvent(new RunEvents.QuarantineFull(from.labCode(), from.equipment()));
            }
        });
    }

    /** Without a warning, where none can be raised. */
    void keepUntold(Arrival arrival, Why why, String said, Instant at) {
        String equipment = MachineTopic.sender(arrival.address())
                .map(MachineTopic.Sender::equipment)
                .orElse("");
        add(arrival, equipment, why, shortened(said, LONGEST_DETAIL), at);
    }

    private boolean isFull(String equipment, Date day) {
        return sql.update(
                        "UPDATE acquisition_quarantine_day SET beyond = beyond + 1"
                                + " WHERE equipment = ? AND day = ? AND (messages >= ? OR bytes >= ?)",
                        equipment,
                        day,
                        MOST_MESSAGES_A_DAY,
                        MOST_BYTES_A_DAY)
                > 0;
    }

    /** @return whether it was not there yet */
    private boolean add(Arrival arrival, String equipment, Why why, String detail, Instant at) {
        byte[] bytes = arrival.bytes();
        return sql.update(
                        "INSERT IGNORE INTO acquisition_quarantine"
                                + " (address, equipment, why, detail, sha256, size, bytes, received_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        shortened(arrival.address(), LONGEST_ADDRESS),
                        equipment,
                        why.name(),
                        detail,
                        new SqlParameterValue(Types.VARBINARY, DigestUtils.sha256(bytes)),
                        bytes.length,
                        new SqlParameterValue(
                                Types.VARBINARY, Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_KEPT))),
                        CityTime.utc(at))
                > 0;
    }

    /** @return whether its share of the day is used up by this one */
    private boolean count(String equipment, Date day, int bytes) {
        sql.update(
                "INSERT INTO acquisition_quarantine_day (equipment, day, messages, bytes, beyond) VALUES (?, ?, 1, ?, 0)"
                        + " ON DUPLICATE KEY UPDATE messages = messages + 1, bytes = bytes + ?",
                equipment,
                day,
                bytes,
                bytes);
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT messages >= ? OR bytes >= ? FROM acquisition_quarantine_day WHERE equipment = ? AND day = ?",
                Boolean.class,
                MOST_MESSAGES_A_DAY,
                MOST_BYTES_A_DAY,
                equipment,
                day));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
