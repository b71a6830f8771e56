package org.jianzheng.nonconformity.retest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.ProvenReport;
import org.jianzheng.standards.evaluation.Verdict;
import org.springframework.stereotype.Component;

/**
 * Whether a signed re-test speaks about what failed: the same material of the same project, judged by the same standards, and
 * every parameter that failed tested again. Read from the proof of both reports, not from who linked them.
 */
@Component
class RetestMatch {

    private static final Pattern STANDARD = Pattern.compile("[A-Z]+(/T)? ?[0-9.]+-[0-9]{4}");
    private static final Set<String> FAILED = Set.of("不合格", "复验");

    private final Reporting reporting;

    RetestMatch(Reporting reporting) {
        this.reporting = reporting;
    }

    /**
     * What the re-test says by its proof.
     *
     * @param conclusion null where its proof says none
     * @param objection why it does not count; empty where it does
     */
    record Judged(Verdict conclusion, String objection) {

        boolean counts() {
            return objection.isEmpty();
        }
    }

    Judged judge(String reportNo, String retestNo) {
        Optional<ProvenReport> first = reporting.proven(reportNo);
        Optional<ProvenReport> again = reporting.proven(retestNo);
        if (first.isEmpty() || again.isEmpty()) {
            return new Judged(null, "报告 " + (first.isEmpty() ? reportNo : retestNo) + " 与存证不符");
        }
        if (!reporting.stands(retestNo)) {
            return new Judged(null, "复检报告已作废、收回或被替代");
        }
        return new Judged(again.get().conclusion(), objection(first.get(), again.get()));
    }

    private static String objection(ProvenReport first, ProvenReport again) {
        if (!first.reportNo().equals(again.text().get("originalReportNo"))) {
            return "报告未载明复检的原报告编号 " + first.reportNo();
        }
        if (!Objects.equals(first.projectCode(), again.projectCode())) {
            return "不是同一工程";
        }
        // Of both, so that a report of another item does not pass for want of what only the first one says.
        var material = new LinkedHashMap<>(again.material());
        material.putAll(first.material());
        List<String> other = material.keySet().stream()
                .filter(key ->
                        !Objects.equals(first.text().get(key), again.text().get(key)))
                .map(key -> material.get(key) + "原为“" + said(first, key) + "”，复检为“" + said(again, key) + "”")
                .toList();
        if (!other.isEmpty()) {
            return String.join("；", other);
        }
        if (!standards(first).equals(standards(again))) {
            return "判定依据原为“" + said(first, "judgedBy") + "”，复检为“" + said(again, "judgedBy") + "”";
        }
        return leftOut(first, again);
    }

    // One piece that fails again is enough; to pass, all that failed has to have passed.
    private static String leftOut(ProvenReport first, ProvenReport again) {
        if (again.conclusion() != Verdict.PASS) {
            return "";
        }
        Map<String, String> passed = again.items().stream()
                .filter(item -> "合格".equals(item.get("verdict")))
                .collect(Collectors.toMap(item -> item.get("item"), item -> item.get("item"), (one, two) -> one));
        String missing = first.items().stream()
                .filter(item -> FAILED.contains(Objects.requireNonNullElse(item.get("verdict"), "")))
                .map(item -> item.get("item"))
                .filter(item -> !passed.containsKey(item))
                .collect(Collectors.joining("、"));
        return missing.isEmpty() ? "" : "未对不合格参数复检合格：" + missing;
    }

    // Titles may be worded anew; number and year are the yardstick.
    private static Set<String> standards(ProvenReport report) {
        return STANDARD.matcher(report.text().getOrDefault("judgedBy", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String said(ProvenReport report, String key) {
        return report.text().getOrDefault(key, "—");
    }
}
