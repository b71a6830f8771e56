package org.jianzheng.acquisition.permit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;

/**
 * What a permit says, and how long it may say it for.
 *
 * @param from from when a machine may begin
 * @param until until when
 */
record PermitContent(
        String id,
        String labCode,
        String equipment,
        Person operator,
        Instant from,
        Instant until,
        List<PermitPiece> pieces) {

    /** In the header of what is signed: it serves no other purpose. */
    static final String TYPE = "jianzheng-permit";

    static final int MOST_PIECES = 50;
    /** So long after its end what was tested under it may still arrive. */
    static final Duration LATE = Duration.ofDays(7);

    private static final Duration AHEAD = Duration.ofDays(3);

    /** @throws RuleBroken where a permit of that span cannot be made now: one day of the city's, and not long before it */
    static void requireSpan(Instant from, Instant until, Instant now) {
        if (!until.isAfter(from) || !until.isAfter(now)) {
            throw RuleBroken.at("until", "acquisition.permit.until");
        }
        if (!day(from).equals(day(until.minusMillis(1)))) {
            throw RuleBroken.at("until", "acquisition.permit.oneDay");
        }
        if (from.isAfter(now.plus(AHEAD))) {
            throw RuleBroken.at("from", "acquisition.permit.ahead", AHEAD.toDays());
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CityTime.ZONE);
    }

    /** As programs read it: names of RFC 7519 where it has some. */
    Map<String, Object> told(Instant madeAt) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("jti", id);
        told.put("iat", madeAt.getEpochSecond());
        told.put("nbf", from.getEpochSecond());
        told.put("exp", until.getEpochSecond());
        told.put("lab", labCode);
        told.put("equipment", equipment);
        told.put("operator", operator.name());
        if (!operator.workNumber().isEmpty()) {
            told.put("workNumber", operator.workNumber());
        }
        told.put("runs", pieces.stream().map(this::told).toList());
        return told;
    }

    private Map<String, Object> told(PermitPiece piece) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("runId", id + "-" + piece.number());
        run.put("specimen", piece.mark());
        run.put("method", piece.method());
        return run;
    }
}
