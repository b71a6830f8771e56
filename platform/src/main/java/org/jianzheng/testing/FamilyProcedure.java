package org.jianzheng.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jianzheng.standards.Standards;

/** How one family of materials is recorded and concluded. Its form is {@code forms/testing/record<Family>.form}. */
interface FamilyProcedure {

    /**
     * Refuses a record that is incomplete, or tells of something else than was commissioned.
     *
     * @param stage {@code main}; {@code 3d} or {@code 28d} for cement
     */
    void check(String stage, Entered entered, Subject subject);

    /** The rows a list of the form starts with: which specimens there are, nothing measured. */
    List<Map<String, Object>> rows(String list, Subject subject);

    /** What the order fixes of the record, by field; where the order did not ask, what was usual then. */
    Map<String, String> commissioned(Subject subject);

    /** 检测依据, known before the test. */
    List<String> methodStandards(Subject subject);

    /** 判定依据, as far as it is known from the commission. */
    List<String> judgedBy(Subject subject);

    /**
     * What a specimen that just fulfils its grade gives, by {@code list.field} or {@code field} of the record: readings far
     * from it are doubted.
     */
    default Map<String, BigDecimal> expected(Entered entered, Subject subject) {
        return Map.of();
    }

    /** Which parts of the form this sample takes, for forms that ask: {@code weighs} … */
    default Map<String, Boolean> parts(Subject subject) {
        return Map.of();
    }

    /** How many specimens of which kind of test the standard wants again after that finding; nothing for most families. */
    default Map<String, Integer> again(Finding first, Standards standards) {
        return Map.of();
    }

    /** @param records by stage, the current ones of this pass */
    Finding conclude(Map<String, Entered> records, Subject subject, Calculation calculation, Texts texts);

    /** Rows that only name their specimen. */
    static List<Map<String, Object>> named(List<String> numbers) {
        return numbers.stream().map(no -> Map.<String, Object>of("no", no)).toList();
    }
}
