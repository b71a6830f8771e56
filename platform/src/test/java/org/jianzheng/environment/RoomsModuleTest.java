package org.jianzheng.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.testing.Testing;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Sensors of rooms: what they send, what is warned of, and what a record takes from them. */
@PlatformTest
class RoomsModuleTest {

    @Autowired
    Rooms rooms;

    @Autowired
    RoomWatch watch;

    @Autowired
    Warnings warnings;

    @Autowired
    Testing testing;

    @Autowired
    MachineLogins logins;

    @Autowired
    BrokerSettings broker;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MockMvc pages;

    @Test
    @Clause({"4.1.10", "5.4.7"})
    void whatASensorSendsIsKeptAndATimeOutsideTheLimitsIsWarnedOfWithTheSamplesThatLayThere(
            @Autowired ApplicationContext platform) throws Exception {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toTest(DemoTest.CONCRETE);
        String room = registered("标准养护室", RoomKind.CURING);
        Instant now = CityTime.now(clock);
        try (MachineHost sensor = sensor("BJ01-WS-91", "标准养护室")) {
            sensor.environment(now.minus(Duration.ofMinutes(75)), "20.1", "96.5");
            sensor.environment(now.minus(Duration.ofMinutes(75)), "20.1", "96.5");
            for (int minutes = 70; minutes >= 45; minutes -= 5) {
                sensor.environment(now.minus(Duration.ofMinutes(minutes)), "25.3", "96");
            }
            sensor.environment("{\"at\":\"yesterday\",\"temperatureC\":20,\"humidityPercent\":96}");
            sensor.environment("{\"at\":\"" + now + "\",\"temperatureC\":20.123,\"humidityPercent\":96}");
            sensor.environment(now.plus(Duration.ofHours(1)), "20.1", "96.5");
            await().until(() -> quarantined("BJ01-WS-91") == 3);
            assertThat(stored(room)).isEqualTo(7);

            watch.run();
            assertThat(of(room)).extracting(WarningView::rule).containsExactly("environment.gap");
            sensor.environment(now.minus(Duration.ofMinutes(40)), "25.6", "95");
            await().until(() -> stored(room) == 8);
            watch.run();
            watch.run();
            assertThat(of(room))
                    .filteredOn(one -> one.rule().equals("environment.excursion"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.sentence()).contains("25.30～25.60 ℃", "18～22 ℃，≥95% RH", "标准养护室"));
            String sampleNo = As.person("labadmin", () -> rooms.warningsOf(caseId)).stream()
                    .filter(one -> one.rule().equals("environment.excursion"))
                    .map(one -> As.person("labadmin", () -> rooms.samplesOf(one.id())))
                    .findFirst()
                    .orElseThrow()
                    .get(0);
            assertThat(sampleNo).contains("BJ01-YP-");
            assertThat(page("labadmin", "/cases/" + caseId + "/rooms")).contains("超出限值");
            assertThat(As.person("commissioner", () -> rooms.warningsOf(caseId)))
                    .isEmpty();

            // Cut off, it sends what it kept all at once, and was within again by the end of it.
            sensor.environment(now.minus(Duration.ofMinutes(5)), "20.0", "97");
            await().until(() -> stored(room) == 9);
            watch.run();
            assertThat(of(room)).hasSize(3);

            assertThat(page("labadmin", "/rooms")).contains("标准养护室", "符合", "登记房间");
            assertThat(page("supervisor", "/rooms/" + room)).contains("25.30", "超限", "GB/T 50081-2019");
            assertThat(page("supervisor", "/rooms/" + room + "/day")).contains("\"temperature\":[20.10,25.30");
            pages.perform(get("/rooms/" + room).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
            pages.perform(get("/rooms/" + room).with(As.signedIn("commissioner")))
                    .andExpect(status().isNotFound());
        } finally {
            As.person("labadmin", () -> rooms.close(room, "试验结束"));
        }
    }

    @Test
    @Clause("5.4.7")
    void aRecordTakesItsTemperatureFromTheSensorOfTheTestingRoom(@Autowired ApplicationContext platform) {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        String room = registered("力学室", RoomKind.MECHANICS);
        try (MachineHost sensor = sensor("BJ01-WS-92", "力学室")) {
            sensor.environment(CityTime.now(clock).minus(Duration.ofMinutes(4)), "21.34", "58.6");
            await().until(() -> stored(room) == 1);
            assertThat(As.person("tester", () -> testing.form(caseId)))
                    .containsEntry("temperature", "21.3")
                    .containsEntry("humidity", "59");
            Map<String, Object> typed = new LinkedHashMap<>(DemoTest.concrete("787.5", "801.2", "812.6"));
            typed.put("temperature", "20.0");
            typed.put("humidity", "59");
            assertThatThrownBy(() -> driver.record(caseId, typed)).hasStackTraceContaining("testing.climate.other");
            typed.put("temperature", "21.3");
            driver.record(caseId, typed);
            Map<String, Object> kept = testing.result(caseId).records().get(0).values();
            assertThat(kept).containsEntry("temperature", "21.3");
            assertThat(kept.get("climate").toString()).contains("力学室，传感器 BJ01-WS-92");
        } finally {
            As.person("labadmin", () -> rooms.close(room, "试验结束"));
        }
    }

    @Test
    void onlyItsLaboratoryRegistersARoomAndItsLimitsAreTheStandards() {
        for (String other : List.of("tester", "supervisor", "stationadmin")) {
            assertThatThrownBy(() -> As.person(other, () -> rooms.register(form("X", RoomKind.CURING))))
                    .hasMessageContaining("environment.room.labadmin");
        }
        String room = registered("样品室", RoomKind.OTHER);
        assertThatThrownBy(() -> registered("样品室", RoomKind.CURING)).hasMessageContaining("environment.room.twice");
        As.person("labadmin", () -> rooms.close(room, "改作他用"));
        // Closed, its climate is typed: somebody outside the laboratory is told.
        assertThat(As.person(
                                "supervisor",
                                () -> warnings.list(
                                        new Warnings.Filter("", "", "environment.watchClosed", "BJ01"), 0, 100))
                        .items())
                .extracting(warning -> warning.subject().id())
                .contains(room);
        String again = registered("样品室", RoomKind.CEMENT_CURING);
        assertThat(As.person("labadmin", () -> rooms.room(again))
                        .kind()
                        .limits()
                        .text())
                .isEqualTo("19～21 ℃，≥90% RH");
        As.person("labadmin", () -> rooms.close(again, "改作他用"));
    }

    private String registered(String name, RoomKind kind) {
        return As.person("labadmin", () -> rooms.register(form(name, kind)));
    }

    private static Map<String, String> form(String name, RoomKind kind) {
        return Map.of("name", name, "kind", kind.name(), "gapMinutes", "30");
    }

    private MachineHost sensor(String code, String room) {
        sql.update(
                "INSERT INTO qualification_equipment (code, lab_code, name, model, factory_no, measuring_range, accuracy,"
                        + " room, items, calibration_no, calibrated_on, calibrated_until, kind) VALUES (?, 'BJ01',"
                        + " '温湿度传感器', 'TH-20', '1', '-20～60 ℃', '0.3 ℃', ?, '', 'J-1', '2020-01-01', '2040-01-01', 'OTHER')",
                code,
                room);
        sql.update("UPDATE qualification_revision SET stamp = UUID() WHERE id = 1");
        String secret = As.person("labadmin", () -> logins.renew(code));
        return MachineHost.connect(broker.port(), "BJ01", code, secret);
    }

    private int stored(String room) {
        return sql.queryForObject("SELECT COUNT(*) FROM environment_reading WHERE room_id = ?", Integer.class, room);
    }

    private int quarantined(String sensor) {
        return sql.queryForObject(
                "SELECT COUNT(*) FROM acquisition_quarantine WHERE equipment = ?", Integer.class, sensor);
    }

    private List<WarningView> of(String room) {
        return As.person("supervisor", () -> warnings.list(new Warnings.Filter("", "", "", "BJ01"), 0, 100))
                .items()
                .stream()
                .filter(one -> one.subject().id().equals(room))
                .toList();
    }

    private String page(String who, String path) throws Exception {
        return pages.perform(get(path).with(As.signedIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
