package org.jianzheng.batch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.commission.order.CommissionNature;
import org.jianzheng.reporting.ReportPrint;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.standards.evaluation.Verdict;

/** Reads the group out of what a report prints. What cannot be read does not count. */
final class GroupReader {

    private static final String STANDARD = "标准养护";
    private static final String SAME_CONDITION = "同条件养护（600 ℃·d）";
    private static final Set<Verdict> JUDGED = Set.of(Verdict.PASS, Verdict.FAIL);
    private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{2})月(\\d{2})日.*");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}(\\.\\d)?");

    private final ReportPrint print;
    private final Map<String, String> text;
    private final BatchKind kind;

    private GroupReader(ReportPrint print, BatchKind kind) {
        this.print = print;
        this.text = print.text();
        this.kind = kind;
    }

    /** Empty for a report of anything else. */
    static Optional<CubeGroup> read(ReportPrint print) {
        return BatchKind.ofTitle(print.text().get("title")).map(kind -> new GroupReader(print, kind).group());
    }

    private CubeGroup group() {
        AgeText age = AgeText.read(text.get("age"));
        BigDecimal value = value();
        return new CubeGroup(
                print.reportNo(),
                criteria(age),
                CubeGroup.Place.read(text.get("part")),
                day(),
                said("age"),
                said("nature"),
                value,
                print.conclusion(),
                uncounted(age, value));
    }

    private BatchCriteria criteria(AgeText age) {
        boolean ripe = curing().equals(SAME_CONDITION);
        String designed = ripe ? "600 ℃·d" : age.readable() ? age.required() + " d" : said("age");
        String mix = kind == BatchKind.CONCRETE ? said("mixNo") : said("kind");
        return new BatchCriteria(kind, said("grade"), curing(), designed, mix);
    }

    private NotCounted uncounted(AgeText age, BigDecimal value) {
        if (print.status() != ReportStatus.SIGNED) {
            return print.status() == ReportStatus.REPLACED ? NotCounted.REPLACED : NotCounted.RECALLED;
        }
        // No other nature serves for acceptance (order 57, article 21).
        if (!said("nature").startsWith(CommissionNature.DEVELOPER.label())) {
            return NotCounted.NATURE;
        }
        if (!said("originalReportNo").isEmpty()) {
            return NotCounted.RETEST;
        }
        NotCounted cured = cured(age);
        boolean judged = value != null && JUDGED.contains(print.conclusion());
        return cured != null || judged ? cured : NotCounted.NO_VALUE;
    }

    // Mortar is judged by its standard curing alone; its strength in the wall is another test's.
    private NotCounted cured(AgeText age) {
        if (kind == BatchKind.CONCRETE && curing().equals(SAME_CONDITION)) {
            return null;
        }
        if (!curing().equals(STANDARD)) {
            return NotCounted.CURING;
        }
        if (!age.readable()) {
            return NotCounted.AGE;
        }
        return age.early() ? NotCounted.EARLY_AGE : age.inTime() ? null : NotCounted.AGE;
    }

    private String curing() {
        String printed = said("curing");
        return printed.startsWith(STANDARD) ? STANDARD : printed.startsWith("同条件养护（600") ? SAME_CONDITION : printed;
    }

    /** Printed with each specimen, and the same with all. */
    private BigDecimal value() {
        List<String> values = print.rows().stream()
                .map(row -> row.get("representative"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return values.size() == 1 && DECIMAL.matcher(values.get(0)).matches() ? new BigDecimal(values.get(0)) : null;
    }

    private LocalDate day() {
        Matcher found = DAY.matcher(said("madeOn"));
        try {
            return found.matches()
                    ? LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)))
                    : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private String said(String key) {
        return text.getOrDefault(key, "").strip();
    }
}
