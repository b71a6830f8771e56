package org.jianzheng.reporting.verifying;

import java.util.List;
import java.util.Map;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What an issued report says, taken from its signed code and the content whose hash that code bears; never from its row.
 *
 * @param conclusion PASS or FAIL; INVALID, RETEST or REFER where the standard gives no verdict; UNJUDGED before the design age
 * @param text its single values by key: {@code grade}, {@code part}, {@code originalReportNo}
 * @param material labels by key of those that say which material of which quantity stands for what, in their order
 * @param items one line per judged item: {@code item}, {@code requirement}, {@code result}, {@code verdict}
 */
public record ProvenReport(
        String reportNo,
        String projectCode,
        Verdict conclusion,
        Map<String, String> text,
        Map<String, String> material,
        List<Map<String, String>> items) {}
