package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every time that a person types: in the future, backwards, before what it follows, out of any calendar. */
@PlatformTest
class TimesModuleTest {

    private static final DemoTest TEST = DemoTest.CONCRETE;
    private static final String NO_YEAR = "+99999-01-01";

    /**
     * One that is refused.
     *
     * @param value what is typed
     * @param code of the refusal, which names the field
     */
    private record Wrong(String field, String value, String code) {}

    @Autowired
    private Processes processes;

    @Autowired
    private Clock clock;

    private final CaseDriver driver;

    TimesModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void ofACaseFromItsOrderToItsRecord() {
        LocalDate today = CityTime.today(clock);
        for (Wrong wrong : List.of(
                new Wrong("madeOn", today.minusDays(1).toString(), "commission.madeOn.range"),
                new Wrong("madeOn", today.plusYears(2).toString(), "commission.madeOn.range"),
                new Wrong("madeOn", NO_YEAR, "kernel.form.date"))) {
            refused(wrong, () -> driver.commission(TEST, Map.of(wrong.field(), wrong.value())));
        }
        String caseId = driver.commission(TEST);
        driver.accept(caseId);
        refusedAt(
                caseId,
                new Wrong("madeAt", in(Duration.ofMinutes(10)), "sampling.madeAt.future"),
                new Wrong("madeAt", NO_YEAR + "T00:00:00+08:00", "kernel.form.date"));
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        refusedAt(
                caseId,
                new Wrong("plannedOn", today.minusDays(1).toString(), "testing.assign.past"),
                new Wrong("plannedOn", "9999-12-32", "workflow.form.date"));
        driver.assign(caseId, TEST);
        refusedAt(
                caseId,
                new Wrong("startedAt", in(Duration.ofHours(-1)), "testing.record.beforeReceipt"),
                new Wrong("startedAt", in(Duration.ofHours(1)), "testing.record.future"),
                new Wrong("finishedAt", in(Duration.ofHours(-1)), "testing.record.backwards"),
                new Wrong("finishedAt", in(Duration.ofHours(1)), "testing.record.future"),
                new Wrong("finishedAt", NO_YEAR + "T00:00:00+08:00", "testing.record.future"));
        assertThat(driver.task(caseId).key()).isEqualTo("record");
    }

    /** Days are counted from today. */
    @ParameterizedTest
    @CsvSource({
        "EQUIPMENT, equipment, calibratedOn, 1, calibratedOn, registration.calibration.future",
        "EQUIPMENT, equipment, calibratedUntil, -9, calibratedUntil, kernel.span.backwards",
        "CALIBRATION, calibration, calibratedOn, 1, calibratedOn, registration.calibration.future",
        "CALIBRATION, calibration, calibratedUntil, -9, calibratedUntil, kernel.span.backwards",
    })
    void ofCalibrations(String kind, String group, String field, int days, String named, String code) {
        LocalDate today = CityTime.today(clock);
        Map<String, Object> entry = new LinkedHashMap<>(
                kind.equals("EQUIPMENT")
                        ? DemoTest.form(
                                "code", "BJ01-SJ-09",
                                "name", "压力试验机",
                                "model", "YES-2000",
                                "factoryNo", "20260009",
                                "kind", "PRESS",
                                "measuringRange", "0～2000 kN",
                                "accuracy", "1级",
                                "room", "力学室",
                                "items", List.of("splice"))
                        : DemoTest.form("equipmentCode", "BJ01-YL-01", "agency", "宝鸡市计量测试所"));
        entry.put("calibrationNo", "宝计校字第2026-09009号");
        entry.put("calibratedOn", today.minusDays(1).toString());
        entry.put("calibratedUntil", today.plusYears(1).toString());
        entry.put(field, today.plusDays(days).toString());

        refused(
                new Wrong(named, "", code),
                () -> As.person(
                        "labadmin",
                        () -> processes.startByForm(
                                "registration", Map.of("kind", kind, "house", "labs/BJ01", group, entry))));
    }

    private void refusedAt(String caseId, Wrong... wrongs) {
        for (Wrong wrong : wrongs) {
            var typed = driver.next(caseId, TEST);
            Map<String, Object> form = new LinkedHashMap<>(typed.form());
            form.put(wrong.field(), wrong.value());
            refused(wrong, () -> driver.send(typed.with(form)));
        }
    }

    private static void refused(Wrong wrong, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class)
                .as(wrong.toString())
                .isThrownBy(work::run)
                .satisfies(broken -> {
                    assertThat(broken.code()).as(wrong.toString()).isEqualTo(wrong.code());
                    assertThat(broken.field()).as(wrong.toString()).hasValue(wrong.field());
                });
    }

    private String in(Duration time) {
        return Instant.now(clock)
                .plus(time)
                .atZone(CityTime.ZONE)
                .toOffsetDateTime()
                .withNano(0)
                .toString();
    }
}
