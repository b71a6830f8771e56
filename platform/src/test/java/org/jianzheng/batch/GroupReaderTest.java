package org.jianzheng.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.reporting.ReportPrint;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says of its group, and whether it counts for acceptance. */
class GroupReaderTest {

    @Test
    void aGroupHasTheValueTheDayAndTheBatchThatItsReportPrints() {
        CubeGroup group = group(Map.of());

        assertThat(group.counts()).isTrue();
        assertThat(group.value()).isEqualByComparingTo("35.6");
        assertThat(group.madeOn()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(group.place()).isEqualTo(new CubeGroup.Place("3号楼", "三层 框架柱"));
        assertThat(group.criteria()).isEqualTo(new BatchCriteria(BatchKind.CONCRETE, "C30", "标准养护", "28 d", "PHB-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "nature, 施工自检, NATURE",
        "nature, 争议复检, NATURE",
        "nature, 监督抽检, NATURE",
        "nature, '', NATURE",
        "originalReportNo, BJ01-HNT-2026-00001, RETEST",
        "curing, 同条件养护, CURING",
        "curing, —, CURING",
        "age, 7 d, EARLY_AGE",
        "age, 0 d（要求 28 d）, AGE",
        "age, 30 d（要求 28 d）, AGE",
        "age, 二十八天, AGE",
        "age, 29 d（要求 28 d）, ",
        "age, 60 d, ",
        "age, 92 d（要求 90 d）, ",
        "curing, 标准养护（20±2 ℃，相对湿度 ≥95 %）, ",
        "curing, 同条件养护（600 ℃·d）, "
    })
    void onlyWhatServesForAcceptanceAtItsAgeCounts(String key, String said, NotCounted why) {
        assertThat(group(Map.of(key, said)).uncounted()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"RECALLED, RECALLED", "REPLACED, REPLACED", "SIGNED, "})
    void aReportThatStandsNoLongerDoesNotCount(ReportStatus status, NotCounted why) {
        assertThat(GroupReader.read(print(status, "PASS", "35.6", Map.of()))
                        .orElseThrow()
                        .uncounted())
                .isEqualTo(why);
    }

    @Test
    void aVoidTestHasNoValueAndAFailingOneCounts() {
        assertThat(read("INVALID", "").uncounted()).isEqualTo(NotCounted.NO_VALUE);
        assertThat(read("INVALID", "35.6").uncounted()).isEqualTo(NotCounted.NO_VALUE);
        assertThat(read("PASS", "作废").uncounted()).isEqualTo(NotCounted.NO_VALUE);
        assertThat(read("FAIL", "24.1").counts()).isTrue();
        assertThat(read("FAIL", "24.1").failed()).isTrue();
    }

    @Test
    void aGroupThatRipenedAt600DegreeDaysIsNeverOfTheBatchOfStandardCuring() {
        CubeGroup ripe = group(Map.of("curing", "同条件养护（600 ℃·d）", "age", "41 d（要求 28 d）"));

        assertThat(ripe.counts()).isTrue();
        assertThat(ripe.criteria().age()).isEqualTo("600 ℃·d");
        assertThat(ripe.criteria().key())
                .isNotEqualTo(group(Map.of()).criteria().key());
    }

    @Test
    void spellingOfTheMixMakesNoOtherBatchAndAnotherMixDoes() {
        String key = group(Map.of()).criteria().key();

        assertThat(group(Map.of("mixNo", "ｐｈｂ—30 ")).criteria().key()).isEqualTo(key);
        assertThat(group(Map.of("mixNo", "PHB-31")).criteria().key()).isNotEqualTo(key);
        assertThat(group(Map.of("grade", "C35")).criteria().key()).isNotEqualTo(key);
        assertThat(group(Map.of("age", "60 d")).criteria().key()).isNotEqualTo(key);
        assertThat(group(Map.of("mixNo", "PHB-31"))
                        .criteria()
                        .differsInMixFrom(group(Map.of()).criteria()))
                .isTrue();
    }

    @Test
    void aReportOfAnythingElseIsNoGroup() {
        assertThat(GroupReader.read(print(ReportStatus.SIGNED, "PASS", "35.6", Map.of("title", "钢筋力学性能检测报告"))))
                .isEmpty();
    }

    private static CubeGroup group(Map<String, String> said) {
        return GroupReader.read(print(ReportStatus.SIGNED, "PASS", "35.6", said))
                .orElseThrow();
    }

    private static CubeGroup read(String conclusion, String value) {
        return GroupReader.read(print(ReportStatus.SIGNED, conclusion, value, Map.of()))
                .orElseThrow();
    }

    private static ReportPrint print(ReportStatus status, String conclusion, String value, Map<String, String> said) {
        var text = new HashMap<>(Map.of(
                "title", "混凝土立方体抗压强度检测报告",
                "grade", "C30",
                "curing", "标准养护",
                "age", "28 d",
                "mixNo", "PHB-30",
                "part", "3号楼　三层 框架柱",
                "madeOn", "2026年10月26日（申报）",
                "nature", "建设单位委托（见证取样）"));
        text.putAll(said);
        var row = value.isEmpty() ? Map.<String, String>of() : Map.of("representative", value);
        return new ReportPrint(
                "BJ01-HNT-2026-00007", "XM-1", status, Verdict.valueOf(conclusion), text, List.of(row, row, row));
    }
}
