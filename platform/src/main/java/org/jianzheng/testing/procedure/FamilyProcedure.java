package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.Standards;

/** How one family of materials is recorded and concluded. Its form is made of {@code forms/testing/record.form}. */
public interface FamilyProcedure {

    /**
     * Refuses a record that is incomplete, or tells of something else than was commissioned.
     *
     * @param stage {@code main}; {@code 3d} or {@code 28d} for cement
     */
    void check(String stage, RecordForm entered, TestSubject subject);

    /** The rows a list of the form starts with: which specimens there are, nothing measured. */
    List<Map<String, Object>> rows(String list, TestSubject subject);

    /** What the order fixes of the record, by field; where the order did not ask, what was usual then. */
    Map<String, String> commissioned(TestSubject subject);

    /** 检测依据, known before the test. */
    List<String> methodStandards(TestSubject subject);

    /** 判定依据, as far as it is known from the commission. */
    List<String> judgedBy(TestSubject subject);

    /**
     * What a specimen that just fulfils its grade gives, by {@code list.field} or {@code field} of the record: readings far
     * from it are doubted.
     */
    default Map<String, BigDecimal> expected(RecordForm entered, TestSubject subject) {
        return Map.of();
    }

    /** Which parts of the form this sample takes, for forms that ask: {@code weighs} … */
    default Map<String, Boolean> parts(TestSubject subject) {
        return Map.of();
    }

    /** How many specimens of which kind of test the standard wants again after that finding; nothing for most families. */
    default Map<String, Integer> again(TestFinding first, Standards standards) {
        return Map.of();
    }

    /** @param records by stage, the current ones of this pass */
    TestFinding conclude(
            Map<String, RecordForm> records, TestSubject subject, Calculation calculation, ChineseText texts);

    /** Rows that only name their specimen. */
    static List<Map<String, Object>> named(List<String> numbers) {
        return numbers.stream().map(no -> Map.<String, Object>of("no", no)).toList();
    }
}
