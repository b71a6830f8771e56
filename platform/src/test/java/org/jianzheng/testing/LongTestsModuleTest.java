package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.procedure.ResultView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Tests that last days, and samples that are tested again at once: what the engine awaits next, and when it may come. */
@PlatformTest
class LongTestsModuleTest {

    @Autowired
    private Testing testing;

    @Autowired
    private MutableClock clock;

    private CaseDriver driver;

    @BeforeEach
    void driver(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void unsoundCementIsBoiledAgainAtOnceFromTheSameSample() {
        DemoTest test = DemoTest.unsoundCement("13.0");
        String caseId = driver.toTest(test);
        driver.assign(caseId, test);
        driver.recordNext(caseId, test);
        assertThat(testing.awaited(caseId)).isEqualTo("soundness");
        assertThat(row(caseId, "安定性").measured()).isEqualTo("待测");

        driver.recordNext(caseId, test);
        assertThat(testing.awaited(caseId)).isEqualTo("repeat");
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.PENDING);
        assertThat(row(caseId, "安定性"))
                .returns("5.75", ResultView.RequirementRow::measured)
                .returns(Verdict.RETEST, ResultView.RequirementRow::verdict);

        driver.recordNext(caseId, test);
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(row(caseId, "同一样品重做"))
                .returns("3.00（首次 5.75）", ResultView.RequirementRow::measured)
                .returns(Verdict.PASS, ResultView.RequirementRow::verdict);
        assertThat(result.finding().specimens("soundnessRepeat")).hasSize(2);
    }

    @Test
    void cementThatSetsTooLateFailsBeforeItIsBoiled() {
        DemoTest slow = DemoTest.CEMENT_PHYSICAL.recording(
                List.of(DemoTest.form("initialMin", "165", "finalMin", "601", "residue45Percent", "8.6")), List.of(11));
        String caseId = driver.toReview(slow);

        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(row(caseId, "安定性").measured()).isEqualTo("未检");
        assertThat(row(caseId, "终凝").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void theFinenessIsJudgedBetweenBothItsLimits() {
        Map<String, Object> order = Map.of("cementKind", "P_I", "cementClass", "52.5", "part", "细度试验段");
        DemoTest test = DemoTest.CEMENT_PHYSICAL.recording(
                List.of(
                        DemoTest.form("initialMin", "165", "finalMin", "235", "surfaceM2Kg", "412"),
                        DemoTest.CEMENT_PHYSICAL.records().get(1)),
                List.of(4, 25));
        String caseId = received(test, order);
        driver.recordNext(caseId, test);

        assertThat(row(caseId, "比表面积"))
                .returns("≥300 m²/kg，≤400 m²/kg", ResultView.RequirementRow::requirement)
                .returns(Verdict.FAIL, ResultView.RequirementRow::verdict);
    }

    @Test
    void nothingIsBoiledOnTheDayItWasMade() {
        DemoTest test = DemoTest.CEMENT_PHYSICAL;
        String caseId = received(test, Map.of());
        driver.recordNext(caseId, test);
        assertThat(OffsetDateTime.parse(testing.dueAt(caseId)).toInstant())
                .isAfter(clock.instant().plus(Duration.ofHours(20)));

        assertThatThrownBy(() -> driver.record(caseId, test.records().get(1)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.record.tooSoon"));
        driver.recordNext(caseId, test);
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.PASS);
    }

    @Test
    void waterUnderPressureTakesEightHoursAStep() {
        DemoTest test = DemoTest.PERMEABILITY;
        String caseId = received(test, Map.of());
        DemoTest hasty = test.recording(test.records(), List.of(63));

        assertThatThrownBy(() -> driver.recordNext(caseId, hasty))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.record.tooShort"));
        assertThat(testing.find(caseId)).isEmpty();
    }

    @Test
    void aLeakIsSeenWhileTheTestLasts() {
        DemoTest test = DemoTest.PERMEABILITY;
        String caseId = received(test, Map.of());
        String before = clock.instant()
                .minus(Duration.ofDays(1))
                .atOffset(ZoneOffset.UTC)
                .toString();
        DemoTest early = test.recording(List.of(at(test.records().get(0), before)), test.hours());

        assertThatThrownBy(() -> driver.recordNext(caseId, early)).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo("testing.form.outside");
            assertThat(broken.field()).hasValue("specimens[0].leakAt");
        });
    }

    private static Map<String, Object> at(Map<String, Object> record, String leak) {
        Map<String, Object> changed = new LinkedHashMap<>(record);
        List<Object> specimens = new ArrayList<>((List<?>) record.get("specimens"));
        Map<Object, Object> first = new LinkedHashMap<>((Map<?, ?>) specimens.get(0));
        first.put("leakAt", leak);
        specimens.set(0, first);
        changed.put("specimens", specimens);
        return changed;
    }

    @Test
    void whatLeakedPastItsSealIsSealedAgainAndRepeated() {
        DemoTest test = DemoTest.PERMEABILITY.recording(
                List.of(
                        DemoTest.pastTheSeal("0.3"),
                        DemoTest.PERMEABILITY.records().get(0)),
                List.of(16, 64));
        String caseId = received(test, Map.of());
        driver.recordNext(caseId, test);
        assertThat(testing.awaited(caseId)).isEqualTo("again");
        assertThat(testing.result(caseId))
                .returns(Verdict.PENDING, one -> one.finding().conclusion())
                .satisfies(result -> assertThat(result.finding().text()).contains("侧壁漏水", "重新密封"));

        driver.recordNext(caseId, test);
        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(result.finding().facts()).containsEntry("gradeP", "8").containsEntry("leaked", "2");
        assertThat(result.finding().specimens("permeability")).hasSize(6);
        assertThat(result.records()).hasSize(2);
    }

    @Test
    void aTestThatHasNotComeToItsPressureGoesOn() {
        DemoTest test = DemoTest.PERMEABILITY.recording(
                List.of(
                        DemoTest.permeability("0.4"),
                        DemoTest.PERMEABILITY.records().get(0)),
                List.of(32, 64));
        String caseId = received(test, Map.of());
        driver.recordNext(caseId, test);
        assertThat(testing.result(caseId).finding().text()).contains("试验继续");

        driver.recordNext(caseId, test);
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.PASS);
    }

    @Test
    void asManyComponentsAreMeasuredAgainAndBothSamplingsCount() {
        for (int off : List.of(1, 2)) {
            DemoTest test = DemoTest.COVER.recording(
                    List.of(DemoTest.cover("components", 3), DemoTest.cover("second", off)), List.of());
            String caseId = received(test, Map.of("part", "地下室 " + off));
            driver.recordNext(caseId, test);
            assertThat(testing.awaited(caseId)).isEqualTo("second");
            assertThat(testing.result(caseId).finding().text()).contains("85.0%", "再抽取相同数量");

            driver.recordNext(caseId, test);
            ResultView result = testing.result(caseId);
            assertThat(result.finding().conclusion()).isEqualTo(off == 1 ? Verdict.PASS : Verdict.FAIL);
            assertThat(result.finding().facts()).containsEntry("total", "40");
            assertThat(result.finding().specimens("second")).hasSize(20).allSatisfy(row -> assertThat(row.figures())
                    .containsKey("meanMm"));
        }
    }

    @Test
    void whatIsSampledAgainIsSomethingElse() {
        DemoTest test = DemoTest.COVER.recording(
                List.of(
                        DemoTest.cover("components", 3),
                        Map.of("second", DemoTest.cover("components", 0).get("components"))),
                List.of());
        String caseId = received(test, Map.of("part", "屋面"));
        driver.recordNext(caseId, test);

        assertThatThrownBy(() -> driver.recordNext(caseId, test)).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo("testing.form.again");
            assertThat(broken.field()).hasValue("second[0].place");
        });
        assertThat(testing.awaited(caseId)).isEqualTo("second");
        assertThat(testing.order(caseId).orElseThrow().records()).hasSize(1);
    }

    @Test
    void noComponentOfTheSampleIsLeftOut() {
        DemoTest test = DemoTest.COVER;
        String caseId = received(test, Map.of());
        List<?> rows = (List<?>) test.records().get(0).get("components");

        assertThat(testing.form(caseId).get("components"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(20)
                .first()
                .isEqualTo(Map.of("component", "1"));
        assertThatThrownBy(() -> driver.record(caseId, Map.of("components", rows.subList(0, 16))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.form.groups"));
        assertThatThrownBy(() -> driver.record(caseId, Map.of("components", rows, "designMm", "35")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("workflow.form.undeclared"));
    }

    private String received(DemoTest test, Map<String, Object> otherwise) {
        String caseId = driver.commission(test, otherwise);
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, test);
        return caseId;
    }

    private ResultView.RequirementRow row(String caseId, String item) {
        return testing.result(caseId).finding().rows().stream()
                .filter(row -> row.item().contains(item))
                .findFirst()
                .orElseThrow();
    }
}
