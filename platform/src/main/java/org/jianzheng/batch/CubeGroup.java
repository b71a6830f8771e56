package org.jianzheng.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * One group of three cubes, as its report says.
 *
 * @param madeOn the day it was made on; null where the report does not say
 * @param age as printed
 * @param value its representative value, MPa; null where it has none
 * @param uncounted why it does not count, or null
 */
public record CubeGroup(
        String reportNo,
        BatchCriteria criteria,
        Place place,
        LocalDate madeOn,
        String age,
        String nature,
        BigDecimal value,
        Verdict conclusion,
        NotCounted uncounted) {

    /** In the order they were made. */
    static final Comparator<CubeGroup> IN_ORDER = Comparator.comparing(
                    CubeGroup::madeOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CubeGroup::reportNo);

    public boolean counts() {
        return uncounted == null;
    }

    public boolean failed() {
        return conclusion == Verdict.FAIL;
    }

    /** Where in the works. */
    public record Place(String unitWorks, String part) {

        private static final String BETWEEN = "　";

        /** As reports print it: unit works, a wide blank, the part. */
        static Place read(String printed) {
            String text = printed == null ? "" : printed;
            int gap = text.indexOf(BETWEEN);
            return gap < 0
                    ? new Place(text.strip(), "")
                    : new Place(
                            text.substring(0, gap).strip(), text.substring(gap).strip());
        }

        public String text() {
            return part.isEmpty() ? unitWorks : unitWorks + BETWEEN + part;
        }
    }
}
