package org.jianzheng.reporting;

import java.util.List;
import java.util.Map;

/**
 * What an issued report says, taken from its signed code and the content whose hash that code bears; never from its row.
 *
 * @param conclusion PASS or FAIL; INVALID, RETEST or REFER where the standard gives no verdict
 * @param text its single values by key: {@code grade}, {@code part}, {@code originalReportNo}
 * @param items one line per judged item: {@code item}, {@code requirement}, {@code result}, {@code verdict}
 */
public record ProvenReport(
        String reportNo,
        String projectCode,
        String conclusion,
        Map<String, String> text,
        List<Map<String, String>> items) {

    /** Keys of {@code text} that say which material of which quantity stands for what, whatever its kind. */
    public static final List<String> MATERIAL_KEYS = List.of(
            "sampleName",
            "kind",
            "grade",
            "diameter",
            "size",
            "spliceClass",
            "curing",
            "manufacturer",
            "heatNo",
            "batchNo",
            "mixNo",
            "part",
            "represents");
}
