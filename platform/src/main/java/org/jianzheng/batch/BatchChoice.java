package org.jianzheng.batch;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;

/**
 * What somebody chose of a batch. Everything else of the batch is left out by it, and said to be.
 *
 * @param key of the batch's criteria
 * @param leftOut numbers of reports left out one by one
 */
public record BatchChoice(String key, Extent extent, Set<String> leftOut, FormValues form) {

    private static final int LONGEST = 500;

    /** Left out one by one; more than that is another part or another time, and is said so. */
    private static final int MOST = 100;

    public BatchChoice {
        leftOut = Set.copyOf(leftOut);
        if (leftOut.size() > MOST) {
            throw RuleBroken.at("leave", "batch.leave.many", MOST);
        }
    }

    public static BatchChoice of(String key, FormValues form, Set<String> leftOut) {
        Extent extent = new Extent(
                form.text("unitWorks", 100),
                form.text("part", 200),
                form.date("from").orElse(null),
                form.date("until").orElse(null));
        return new BatchChoice(key, extent, leftOut, form);
    }

    /** Why groups were left out one by one; must be said where any was. */
    String leaveReason(boolean needed) {
        return reason("leaveReason", needed);
    }

    /** Why it takes the place of another. */
    String supersedeReason(boolean needed) {
        return reason("supersedeReason", needed);
    }

    private String reason(String field, boolean needed) {
        if (needed) {
            form.required(field);
        }
        return form.text(field, LONGEST);
    }

    Optional<KnownSigma> sigma() {
        return KnownSigma.read(form);
    }

    /** What the person had before their eyes. */
    String seen() {
        return form.text("seen");
    }

    /**
     * Which part of the works, made when. Empty texts and null days limit nothing.
     *
     * @param part words that the part contains
     */
    public record Extent(String unitWorks, String part, LocalDate from, LocalDate until) {

        public Extent {
            if (from != null && until != null && until.isBefore(from)) {
                throw RuleBroken.at("until", "kernel.span.backwards", from, until);
            }
        }

        boolean covers(CubeGroup.Place place) {
            return (unitWorks.isEmpty() || unitWorks.equals(place.unitWorks()))
                    && place.part().contains(part);
        }

        /** A group that nobody knows the day of is outside whatever days are asked for. */
        boolean covers(LocalDate day) {
            if (from == null && until == null) {
                return true;
            }
            return day != null && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
