package org.jianzheng.acquisition.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What rules find while a run comes in and over a laboratory's groups, and who switches them. */
@PlatformTest
class ArrivingChecksModuleTest {

    /** Forty seconds of load, of which it stood still for five. */
    private static final Curve STOPPED = stopped();

    @Autowired
    ArrivingChecks arriving;

    @Autowired
    GroupSpreads spreads;

    @Autowired
    CheckSwitches switches;

    @Autowired
    Warnings warnings;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc pages;

    @Test
    @Clause("4.1.10")
    void aStopIsToldWhileTheRunIsStillUnderWayOnceAndBothPagesShowIt(@Autowired ApplicationContext platform)
            throws Exception {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            String run = cubes.open(1).id();
            Spool spool = cubes.spool(run, 1, STOPPED);
            cubes.host().begin(spool);
            int last = spool.chunks().size() - 1;
            IntStream.range(0, last).filter(seq -> seq != 3).forEach(seq -> cubes.host()
                    .chunk(spool, seq));
            await().until(() -> stored(run) == last - 1);
            arriving.run();
            assertThat(of(cubes, run))
                    .as("a chunk that is still missing is no gap of the machine's")
                    .isEmpty();

            cubes.host().chunk(spool, 3);
            await().until(() -> stored(run) == last);
            arriving.run();
            arriving.run();
            assertThat(of(cubes, run)).extracting(WarningView::rule).containsExactly("acquisition.check.stop-and-go");
            assertThat(page("tester", "/runs/" + run + "/warnings")).contains("加荷在第", "every 3s");
            String wall = page("supervisor", "/runs/wall");
            assertThat(wall).contains("jz-warned", "加荷在第");
            assertThat(wall.substring(wall.indexOf("<a class=\"card"))).startsWith("<a class=\"card jz-warned");

            cubes.host().chunk(spool, last);
            cubes.host().end(spool);
            cubes.host().hears(run, "accepted");
            await().until(() ->
                    sql.queryForObject("SELECT COUNT(*) FROM acquisition_trait WHERE run_id = ?", Integer.class, run)
                            == 1);
            assertThat(of(cubes, run)).extracting(WarningView::rule).containsOnlyOnce("acquisition.check.stop-and-go");
            assertThat(page("tester", "/runs/" + run + "/warnings")).doesNotContain("every 3s");
        }
    }

    @Test
    @Clause("4.1.10")
    void groupsAreReadFromWhatIsStored() {
        transaction.executeWithoutResult(status -> {
            for (int group = 0; group < 25; group++) {
                peaks("BJ97", List.of(700_000, 700_000 + 1000 * group, 700_000));
            }
            peaks("BJ97", List.of(1, 2));
            List<BigDecimal> found = spreads.of("BJ97", "concrete-cube");
            assertThat(found).hasSize(25).contains(new BigDecimal("0.000"), new BigDecimal("3.390"));
            assertThat(spreads.of("BJ97", "mortar-cube")).isEmpty();
            assertThat(spreads.of("BJ98", "concrete-cube")).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void theStationSwitchesARuleFromALaterMomentOnAndNobodyElse() throws Exception {
        String rule = "operator-pace";
        Instant now = clock.instant();
        Instant later = now.plus(Duration.ofDays(4000));
        assertThatThrownBy(() -> As.person("labadmin", () -> switches.set(rule, false, form(later))))
                .hasMessageContaining("acquisition.switch.station");
        assertThatThrownBy(() -> As.person("supervisor", () -> switches.set(rule, false, form(later))))
                .hasMessageContaining("acquisition.switch.station");
        assertThatThrownBy(() -> As.person("stationadmin", () -> switches.set(rule, false, form(now.minusSeconds(60)))))
                .hasMessageContaining("acquisition.switch.later");
        As.person("stationadmin", () -> switches.set(rule, false, form(later)));
        assertThat(switches.isOn(rule, now)).isTrue();
        assertThat(switches.isOn(rule, later)).isFalse();
        assertThatThrownBy(() -> As.person(
                        "stationadmin", () -> switches.set(rule, true, form(later.minus(Duration.ofDays(1))))))
                .hasMessageContaining("acquisition.switch.order");
        As.person("stationadmin", () -> switches.set(rule, true, form(later.plus(Duration.ofDays(1)))));
        assertThat(switches.isOn(rule, later.plus(Duration.ofDays(1)))).isTrue();
        assertThat(page("stationadmin", "/runs/checks/" + rule)).contains("设备维修", "datetime-local", "起停用");
        assertThat(page("labadmin", "/runs/checks"))
                .contains("操作节奏异常", "曲线复制", "严重", "一小时不超过 40 次", "强度不超过 1500 MPa")
                .doesNotContain("perHour", "percent=");
        assertThat(page("labadmin", "/runs/checks/" + rule)).doesNotContain("datetime-local");
    }

    @Test
    void aSwitchThatWasPutIntoTheDatabaseSwitchesNothingOff() {
        transaction.executeWithoutResult(status -> {
            sql.update("INSERT INTO acquisition_check_switch VALUES ('gap', 1, FALSE, '2020-01-01', '关', 'x', 'x',"
                    + " '2020-01-01')");
            assertThat(switches.isOn("gap", clock.instant())).isTrue();
            status.setRollbackOnly();
        });
    }

    private static Map<String, String> form(Instant from) {
        return Map.of("from", from.atOffset(ZoneOffset.UTC).toString(), "reason", "设备维修");
    }

    private void peaks(String lab, List<Integer> newtons) {
        String caseId = UUID.randomUUID().toString();
        newtons.forEach(peak -> sql.update(
                "INSERT INTO acquisition_run (id, case_id, lab_code, developer_code, contractor_code, supervision_code,"
                        + " sample_no, mark, position, method, stage, piece, equipment, operator, operator_name, state,"
                        + " opened_at, peak_newtons, lock_version) VALUES (UUID(), ?, ?, 'x', 'x', 'x', 'x', 'x', 1,"
                        + " 'concrete-cube', 'main', 1, 'x', 'x', 'x', 'SEALED', '2026-01-01', ?, 0)",
                caseId,
                lab,
                peak));
    }

    private int stored(String run) {
        return sql.queryForObject(
                "SELECT COUNT(*) FROM acquisition_chunk WHERE run_id = ? AND kind = 'SAMPLES'", Integer.class, run);
    }

    private List<WarningView> of(CubesToTest cubes, String run) {
        return As.person("labadmin", () -> warnings.ofCase(cubes.caseId())).stream()
                .filter(warning -> warning.subject().id().equals(run))
                .toList();
    }

    private String page(String who, String path) throws Exception {
        return pages.perform(get(path).with(As.signedIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static Curve stopped() {
        Random random = new Random(8);
        List<Integer> newtons = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            int load = i < 400 ? i : i < 500 ? 400 : i - 100;
            newtons.add(load * 900 + random.nextInt(100));
        }
        return new Curve(
                IntStream.range(0, newtons.size()).map(i -> i * 50).toArray(),
                newtons.stream().mapToInt(Integer::intValue).toArray());
    }
}
