package org.jianzheng.testing.correction;

import java.time.Instant;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.DaySpan;

/**
 * Which corrections a list shows.
 *
 * @param search part of a number or of a person's name; blank for all
 * @param verdictOnly only those that change a verdict
 * @param proposed the days on which they were proposed
 */
public record CorrectionFilter(String search, boolean verdictOnly, DaySpan proposed) {

    Instant from() {
        return proposed.from().atStartOfDay(CityTime.ZONE).toInstant();
    }

    Instant before() {
        return proposed.until().plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }
}
