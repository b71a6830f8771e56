package org.jianzheng.nonconformity.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.ProvenReport;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A re-test counts for the steel that failed and for all that failed, by the proof of both reports. */
class RetestMatchTest {

    private static final String FIRST = "BJ01-GJ-2026-00002";
    private static final String AGAIN = "BJ02-GJ-2026-00007";

    private static final Map<String, String> MATERIAL = Map.of(
            "sampleName", "样品名称",
            "grade", "钢筋牌号",
            "diameter", "公称直径",
            "manufacturer", "生产厂家",
            "heatNo", "炉批号",
            "part", "工程部位",
            "represents", "代表数量");

    private final Reporting reporting = mock(Reporting.class);
    private final RetestMatch match = new RetestMatch(reporting);
    private final Map<String, String> text = new HashMap<>(Map.of(
            "sampleName", "热轧带肋钢筋",
            "grade", "HRB400E",
            "diameter", "25 mm",
            "manufacturer", "龙门钢铁",
            "heatNo", "L25-0881",
            "part", "3号楼　三层框架柱",
            "represents", "30 t",
            "judgedBy", "GB 1499.2-2024《钢筋混凝土用钢 第2部分：热轧带肋钢筋》"));

    @BeforeEach
    void twoParametersHaveFailed() {
        issued(
                FIRST,
                "XM-1",
                Verdict.RETEST,
                text,
                List.of(item("抗拉强度", "不合格"), item("强屈比", "不合格"), item("断后伸长率", "合格")));
        text.put("originalReportNo", FIRST);
    }

    private void issued(
            String number,
            String project,
            Verdict conclusion,
            Map<String, String> said,
            List<Map<String, String>> items) {
        when(reporting.stands(number)).thenReturn(true);
        when(reporting.proven(number))
                .thenReturn(
                        Optional.of(new ProvenReport(number, project, conclusion, Map.copyOf(said), MATERIAL, items)));
    }

    private static Map<String, String> item(String name, String verdict) {
        return Map.of("item", name, "verdict", verdict);
    }

    private RetestMatch.Judged again(Verdict conclusion, List<Map<String, String>> items) {
        issued(AGAIN, "XM-1", conclusion, text, items);
        return match.judge(FIRST, AGAIN);
    }

    private static List<Map<String, String>> all() {
        return List.of(item("抗拉强度", "合格"), item("强屈比", "合格"));
    }

    @Test
    void theSameSteelThatPassesInAllThatFailedCounts() {
        text.put("judgedBy", "GB 1499.2-2024（标题另有写法）");
        assertThat(again(Verdict.PASS, all())).isEqualTo(new RetestMatch.Judged(Verdict.PASS, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "grade, HRB400, 牌号",
        "diameter, 20 mm, 直径",
        "represents, 99 t, 代表数量",
        "part, 9号楼　一层, 部位",
        "heatNo, X-1, 炉批号",
        "manufacturer, 别家, 厂家",
        "sampleName, 热轧光圆钢筋, 样品",
        "judgedBy, GB/T 1499.2-2018, 判定依据",
        "originalReportNo, BJ01-GJ-2026-00001, 原报告编号"
    })
    void otherSteelOrAnotherYardstickDoesNotCount(String key, String value, String named) {
        text.put(key, value);
        assertThat(again(Verdict.PASS, all()).objection()).contains(named);
        assertThat(again(Verdict.FAIL, all()).objection()).contains(named);
    }

    @Test
    void aNumberThatTheReportItselfDoesNotNameIsALinkSomebodyTyped() {
        text.remove("originalReportNo");
        assertThat(again(Verdict.PASS, all()).objection()).contains(FIRST);
    }

    @Test
    void aFailedParameterLeftOutIsNamed() {
        assertThat(again(Verdict.PASS, List.of(item("抗拉强度", "合格"))).objection())
                .contains("强屈比")
                .doesNotContain("断后伸长率");
        assertThat(again(Verdict.PASS, List.of(item("抗拉强度", "合格"), item("强屈比", "标准未列")))
                        .counts())
                .isFalse();
        assertThat(again(Verdict.FAIL, List.of(item("抗拉强度", "不合格"))).counts())
                .as("what failed again failed")
                .isTrue();
    }

    @Test
    void theSameWordsForAnotherProjectDoNotCount() {
        issued(AGAIN, "XM-2", Verdict.PASS, text, all());
        assertThat(match.judge(FIRST, AGAIN).objection()).contains("工程");
    }

    @Test
    void whatIsNotProvenDoesNotCount() {
        when(reporting.proven(AGAIN)).thenReturn(Optional.empty());
        assertThat(match.judge(FIRST, AGAIN).counts()).isFalse();
        assertThat(match.judge(FIRST, AGAIN).objection()).contains(AGAIN);
    }
}
