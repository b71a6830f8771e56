package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.permit.PermitView;
import org.jianzheng.acquisition.permit.PermitWatch;
import org.jianzheng.acquisition.permit.Permits;
import org.jianzheng.acquisition.permit.Permits.Wanted;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.clients.MachineClient;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.key.PlatformKeys;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.testing.Testing;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a machine tested while the platform was away is taken where a permit was made for it in advance, and nothing else. */
@PlatformTest
@Clause({"4.1.8", "5.4.7"})
class PermitModuleTest {

    @Autowired
    Acquisition acquisition;

    @Autowired
    Permits permits;

    @Autowired
    Ledger ledger;

    @Autowired
    Warnings warnings;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    private CubesToTest cubes;
    private MachineHost host;
    private Instant from;

    @BeforeEach
    void receivedCubesAndTheirMachine(@Autowired ApplicationContext platform) {
        // At noon, so that a span of hours is one day's.
        clock.at(Instant.now()
                .atZone(CityTime.ZONE)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12)
                .toInstant());
        cubes = new CubesToTest(platform);
        host = cubes.host();
        from = clock.instant();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        clock.reset();
        cubes.close();
    }

    private PermitView permit(int... positions) {
        List<Wanted> wanted = IntStream.of(positions)
                .mapToObj(position -> new Wanted(cubes.mark(position), CubesToTest.METHOD))
                .toList();
        return As.present(
                "tester",
                clock.instant(),
                () -> permits.make(CubesToTest.MACHINE, wanted, from, from.plus(Duration.ofHours(6))));
    }

    private static Curve curve(int seed) {
        Random random = new Random(seed);
        int points = 305;
        int[] millis = IntStream.range(0, points).map(i -> i * 200).toArray();
        int[] newtons = IntStream.range(0, points)
                .map(i -> i == points - 1 ? 0 : i * 2000 + random.nextInt(400))
                .toArray();
        return new Curve(millis, newtons);
    }

    /** What the machine kept of the piece of that number, tested that long after the permit was made. */
    private Spool spool(PermitView permit, int number, Duration later) {
        return cubes.spool(permit.id() + "-" + number, number, curve(number)).under(permit.token(), from.plus(later));
    }

    private RunView run(String id) {
        return As.person("tester", () -> acquisition.run(id));
    }

    private void isNotTaken(Spool spool, String because) {
        host.begin(spool);
        assertThat(host.hears(spool.runId(), "refused").asText()).contains(because);
        assertThatThrownBy(() -> run(spool.runId())).isInstanceOf(NotFound.class);
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM acquisition_quarantine WHERE why = 'PERMIT' AND address LIKE ?",
                        Integer.class,
                        "%" + spool.runId() + "%"))
                .isPositive();
    }

    @Test
    void whatWasTestedUnderAPermitIsOpenedByItsBeginAndSealed() {
        PermitView permit = permit(1, 2);
        Spool spool = spool(permit, 1, Duration.ofHours(1));
        clock.advance(Duration.ofHours(30));
        host.send(spool);
        host.hears(spool.runId(), "accepted");

        RunView run = run(spool.runId());
        assertThat(run.state()).isEqualTo(RunState.SEALED);
        assertThat(run.sealed().sha256()).isEqualTo(CurveHash.of(curve(1)));
        assertThat(run.source().permit()).isEqualTo(permit.id());
        assertThat(run.source().operatorName()).isEqualTo("张伟");
        assertThat(run.times().machineStarted()).isEqualTo(from.plus(Duration.ofHours(1)));
        assertThat(run.times().begun()).isAfter(from.plus(Duration.ofHours(29)));
        assertThat(run.times().tested().to())
                .isEqualTo(from.plus(Duration.ofHours(1)).plusMillis(304 * 200));
        assertThat(ledger.ofSubject("permit:" + permit.id()))
                .extracting(LedgerLine::action)
                .containsExactly("permit.made", "permit.used");
    }

    @Test
    void theReportNamesTheSpecimensThatWereTestedUnderAPermit(
            @Autowired Testing testing, @Autowired Reporting reporting) {
        PermitView permit = permit(1, 2, 3);
        for (int cube = 1; cube <= 3; cube++) {
            Spool spool = spool(permit, cube, Duration.ofMinutes(240L + 10 * cube));
            clock.at(from.plus(Duration.ofHours(5)));
            host.send(spool);
            host.hears(spool.runId(), "accepted");
        }
        Map<String, Object> record = new LinkedHashMap<>(
                Map.of("specimens", As.person("tester", () -> testing.rows(cubes.caseId(), "specimens"))));
        record.put("startedAt", from.plus(Duration.ofMinutes(250)).toString());
        record.put("confirmation", "设备自动采集，读数属实");
        cubes.driver().record(cubes.caseId(), record);
        String remarks = As.person("reviewer", () -> {
            String draft = reporting.ofCase(cubes.caseId()).orElseThrow().id();
            return reporting.sheet(draft).get("remarks").toString();
        });
        assertThat(remarks)
                .contains(
                        "试件 " + cubes.sample().sampleNo() + "-1 凭离线许可试验",
                        "数据于 " + CityTime.second(from.plus(Duration.ofHours(5))) + " 到达");
    }

    @Test
    void aPermitIsAJwsThatALibraryNobodyHereWroteVerifies(@Autowired PlatformKeys keys) throws Exception {
        PermitView permit = permit(1);
        JWSObject read = JWSObject.parse(permit.token());
        var known = (ECPublicKey) keys.current().orElseThrow().known();
        assertThat(read.verify(new ECDSAVerifier(known))).isTrue();
        assertThat(read.getPayload().toJSONObject())
                .containsEntry("jti", permit.id())
                .containsEntry("equipment", CubesToTest.MACHINE)
                .containsEntry("nbf", from.getEpochSecond())
                .containsEntry("exp", from.plus(Duration.ofHours(6)).getEpochSecond());
    }

    @Test
    void chunksThatCameBeforeTheBeginAreSentAgain() {
        Spool spool = spool(permit(1), 1, Duration.ofMinutes(5));
        clock.advance(Duration.ofHours(1));
        host.chunk(spool, 3);
        host.end(spool);
        host.hears(spool.runId(), "refused");
        host.begin(spool);
        IntStream.range(4, spool.chunks().size()).forEach(seq -> host.chunk(spool, seq));
        host.end(spool);
        JsonNode asked = host.hears(spool.runId(), "resend");
        assertThat(asked).extracting(JsonNode::asInt).contains(0, 1, 2);
        asked.forEach(seq -> host.chunk(spool, seq.asInt()));
        host.hears(spool.runId(), "accepted");
        assertThat(run(spool.runId()).sealed().sha256()).isEqualTo(CurveHash.of(curve(1)));
    }

    @Test
    void aSpoolThatWasKeptIsCompletedWhenThePlatformReturns(@TempDir Path disk, @Autowired ApplicationContext platform)
            throws Exception {
        PermitView permit = permit(1, 2, 3);
        for (int number = 1; number <= 3; number++) {
            Spool spool = spool(permit, number, Duration.ofMinutes(10L * number));
            Files.writeString(disk.resolve(spool.runId()), spool.kept());
        }
        clock.advance(Duration.ofHours(5));
        cubes.host().close();
        String secret = As.person(
                "labadmin", () -> platform.getBean(MachineLogins.class).renew(CubesToTest.MACHINE));
        try (MachineClient client = new MachineClient(
                "127.0.0.1", cubes.port(), CubesToTest.LAB, CubesToTest.MACHINE, secret, disk, (run, what) -> {})) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                try (Stream<Path> left = Files.list(disk)) {
                    return left.findAny().isEmpty();
                }
            });
        }
        permit.pieces()
                .forEach(piece -> assertThat(run(permit.runId(piece)).state()).isEqualTo(RunState.SEALED));
        await().until(() -> sql.queryForObject(
                        "SELECT COUNT(*) FROM acquisition_trait WHERE run_id LIKE ?", Integer.class, permit.id() + "-%")
                == 3);
        // Three came in one breath; by the machine's clock they were ten minutes apart.
        assertThat(As.person("labadmin", () -> warnings.ofCase(cubes.caseId())))
                .extracting(WarningView::rule)
                .doesNotContain("acquisition.check.overlapping-runs", "acquisition.check.operator-pace");
    }

    @Test
    void whatIsForgedAlteredOrMadeForAnotherMachineOrSpecimenIsNotTaken() {
        PermitView permit = permit(1, 2);
        Spool good = spool(permit, 1, Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(10));
        String[] parts = permit.token().split("\\.");
        String more = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(
                        "\"exp\":" + permit.until().getEpochSecond(),
                        "\"exp\":" + (permit.until().getEpochSecond() + 1));
        String altered = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + ".";
        for (String forged : List.of(
                altered, unsigned, permit.token().substring(0, permit.token().length() - 1), "nothing")) {
            isNotTaken(good.under(forged, from.plusSeconds(60)), "not signed by this platform");
        }
        // The second piece's run with the first one's specimen.
        Spool swapped = cubes.spool(permit.id() + "-2", 1, curve(1)).under(permit.token(), from.plusSeconds(60));
        isNotTaken(swapped, "not of one of its runs");
        Spool further = cubes.spool(permit.id() + "-3", 3, curve(3)).under(permit.token(), from.plusSeconds(60));
        isNotTaken(further, "not of one of its runs");
        JdbcTemplate owner = TestDatabase.owner();
        owner.update(
                "UPDATE acquisition_permit SET valid_until = valid_until + INTERVAL 1 DAY WHERE id = ?", permit.id());
        host.begin(good);
        assertThat(host.hears(good.runId(), "refused").asText()).contains("permit");
        owner.update(
                "UPDATE acquisition_permit SET valid_until = valid_until - INTERVAL 1 DAY WHERE id = ?", permit.id());
    }

    @Test
    void whatIsOutsideItsSpanOrCameTooLateIsNotTaken() {
        PermitView permit = permit(1);
        clock.advance(Duration.ofHours(7));
        isNotTaken(spool(permit, 1, Duration.ofHours(6).plusSeconds(1)), "not within its span");
        isNotTaken(spool(permit, 1, Duration.ofSeconds(-61)), "not within its span");
        clock.advance(Duration.ofDays(7));
        isNotTaken(spool(permit, 1, Duration.ofHours(1)), "days after the end");
    }

    @Test
    void whatBeginsAfterItWasRevokedIsNotTakenAndWhatWasTestedBeforeIsWarnedOf() {
        PermitView permit = permit(1, 2);
        clock.advance(Duration.ofHours(1));
        As.person("tester", () -> permits.revoke(permit.id(), "网络已恢复"));
        clock.advance(Duration.ofHours(1));
        isNotTaken(spool(permit, 1, Duration.ofMinutes(61)), "revoked before the begin");
        Spool before = spool(permit, 2, Duration.ofMinutes(30));
        host.send(before);
        host.hears(before.runId(), "accepted");
        assertThat(As.person("labadmin", () -> warnings.ofCase(cubes.caseId())).stream()
                        .filter(warning -> warning.subject().id().equals(before.runId()))
                        .map(WarningView::rule))
                .contains("acquisition.sent.revoked");
    }

    @Test
    void aSpecimenIsTestedOncePermitOrNot() {
        PermitView first = permit(1);
        // While it stands the specimen may have been tested already: nobody tests it anew, by another permit or in
        // person.
        assertThatThrownBy(() -> permit(1)).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.code())
                .isEqualTo("acquisition.run.permitted"));
        assertThatThrownBy(() -> As.present(
                        "tester",
                        clock.instant(),
                        () -> acquisition.open(cubes.mark(1), CubesToTest.METHOD, CubesToTest.MACHINE)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("acquisition.run.permitted"));
        clock.advance(Duration.ofHours(1));
        Spool once = spool(first, 1, Duration.ofMinutes(5));
        host.send(once);
        host.hears(once.runId(), "accepted");
        // The same begin again is the same run's.
        host.end(once);
        host.hears(once.runId(), "accepted");
        assertThatThrownBy(() -> permit(1)).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.code())
                .isEqualTo("acquisition.run.tested"));
    }

    @Test
    void aTestForWhichNothingCameIsTold(@Autowired PermitWatch watch) {
        PermitView permit = permit(1, 2);
        clock.advance(Duration.ofHours(1));
        Spool one = spool(permit, 1, Duration.ofMinutes(5));
        host.send(one);
        host.hears(one.runId(), "accepted");
        clock.advance(Duration.ofDays(7));
        watch.run();
        assertThat(told(permit.id())).isEmpty();
        clock.advance(Duration.ofHours(6));
        watch.run();
        watch.run();
        assertThat(told(permit.id())).containsExactly("acquisition.sent.permitUnused");
    }

    @Test
    void whoTakesOneBackAfterItBeganIsAskedWhatBecameOfItsTests() {
        PermitView before = As.present(
                "tester",
                clock.instant(),
                () -> permits.make(
                        CubesToTest.MACHINE,
                        List.of(new Wanted(cubes.mark(1), CubesToTest.METHOD)),
                        from.plus(Duration.ofHours(1)),
                        from.plus(Duration.ofHours(6))));
        As.person("tester", () -> permits.revoke(before.id(), "改期"));
        assertThat(told(before.id())).isEmpty();
        PermitView begun = permit(1);
        clock.advance(Duration.ofMinutes(10));
        As.person("tester", () -> permits.revoke(begun.id(), "网络已恢复"));
        assertThat(told(begun.id())).containsExactly("acquisition.sent.permitUnused");
    }

    @Test
    void aPermitThatIsUsedWhileThePlatformIsThereIsWarnedOfAndItsRunIsWatchedLikeAnyOther(@Autowired RunStore runs) {
        PermitView permit = permit(1);
        clock.advance(Duration.ofMinutes(1));
        Spool online = spool(permit, 1, Duration.ofSeconds(50));
        host.begin(online);
        host.chunk(online, 0);
        await().untilAsserted(() -> assertThat(told(online.runId())).contains("acquisition.sent.permitOnline"));
        await().untilAsserted(() -> assertThat(runs.busy(PageRequest.of(0, 100)))
                .extracting(Run::id)
                .contains(online.runId()));
        host.send(online);
        host.hears(online.runId(), "accepted");
    }

    private List<String> told(String subject) {
        return As.person("labadmin", () -> warnings.ofCase(cubes.caseId())).stream()
                .filter(warning -> warning.subject().id().equals(subject))
                .map(WarningView::rule)
                .toList();
    }

    @Test
    void onlyItsOperatorInPersonMakesOneAndForOneDay() {
        List<Wanted> wanted = List.of(new Wanted(cubes.mark(1), ""));
        assertThatThrownBy(() -> As.person(
                        "tester", () -> permits.make(CubesToTest.MACHINE, wanted, from, from.plusSeconds(60))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("acquisition.permit.presence"));
        assertThat(refusal("tester2", from, from.plusSeconds(60))).isNotNull();
        assertThat(refusal("tester", from, from.plus(Duration.ofHours(13)))).isEqualTo("acquisition.permit.oneDay");
        assertThat(refusal("tester", from, from.minusSeconds(1))).isEqualTo("acquisition.permit.until");
        Instant far = from.plus(Duration.ofDays(4));
        assertThat(refusal("tester", far, far.plusSeconds(60))).isEqualTo("acquisition.permit.ahead");
        PermitView made = permit(1);
        assertThatThrownBy(() -> As.person("tester2", () -> permits.permit(made.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> As.person("commissioner", () -> permits.permit(made.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> As.person("supervisor", () -> permits.token(made.id())))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void anOperatorMakesOneOnThePageHandsItOverAndSeesWhatBecameOfIt(@Autowired MockMvc web) throws Exception {
        String day = from.atZone(CityTime.ZONE).toLocalDate().toString();
        String made = web.perform(post("/permits")
                        .param("equipment", CubesToTest.MACHINE)
                        .param("specimens", cubes.mark(1) + "\n" + cubes.mark(2) + "\n")
                        .param("from", day + "T12:00")
                        .param("until", day + "T18:00")
                        .with(As.present("tester", clock.instant()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        PermitView permit = As.person("tester", () -> permits.permit(made.substring("/permits/".length())));
        assertThat(permit.pieces()).hasSize(2);
        assertThat(seen(web, "tester", made + "/file")).isEqualTo(permit.token());
        web.perform(get(made + "/file").with(As.signedIn("supervisor"))).andExpect(status().isUnprocessableEntity());
        web.perform(get(made).with(As.signedIn("tester2"))).andExpect(status().isNotFound());

        Spool spool = spool(permit, 2, Duration.ofMinutes(5));
        clock.advance(Duration.ofHours(1));
        host.send(spool);
        host.hears(spool.runId(), "accepted");
        for (String reader : List.of("tester", "labadmin", "supervisor")) {
            assertThat(seen(web, reader, made))
                    .contains("/runs/" + spool.runId(), "已封存", "未使用")
                    .doesNotContain(cubes.mark(1), cubes.mark(2), permit.token());
            assertThat(seen(web, reader, "/permits")).contains(made);
            assertThat(seen(web, reader, "/runs/" + spool.runId())).contains("离线许可", made);
            assertThat(seen(web, reader, "/runs")).contains("离线许可");
        }
        web.perform(post(made + "/revocation")
                        .param("reason", "")
                        .with(As.signedIn("labadmin"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        web.perform(post(made + "/revocation")
                        .param("reason", "换了设备")
                        .with(As.signedIn("labadmin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(seen(web, "tester", made)).contains("已撤销", "换了设备");
    }

    private static String seen(MockMvc web, String reader, String path) throws Exception {
        return web.perform(get(path).with(As.signedIn(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aProgramMakesOneWithATokenOfAPasswordTypedJustNow(@Autowired MockMvc web) throws Exception {
        String body =
                """
                {"equipment":"%s","specimens":[{"specimen":"%s","method":"concrete-cube"}],"from":"%s","until":"%s"}"""
                        .formatted(CubesToTest.MACHINE, cubes.mark(1), from, from.plus(Duration.ofHours(1)));
        MockHttpServletRequestBuilder asked =
                post("/api/permits").contentType(MediaType.APPLICATION_JSON).content(body);
        web.perform(asked.with(As.signedIn("tester"))).andExpect(status().isUnprocessableEntity());
        String made = web.perform(asked.with(As.present("tester", clock.instant())))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String id = JsonPath.read(made, "$.permitId");
        assertThat(JsonPath.<String>read(made, "$.runs[0].runId")).isEqualTo(id + "-1");
        assertThat(JsonPath.<String>read(made, "$.permit")).isEqualTo(As.person("tester", () -> permits.token(id)));
        web.perform(post("/api/permits/" + id + "/revocation")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"网络已恢复\"}")
                        .with(As.signedIn("tester")))
                .andExpect(status().isNoContent());
    }

    @Test
    void anOperatorWhoseCertificateRanOutByThenHasNothingTaken() {
        PermitView permit = permit(1);
        clock.advance(Duration.ofHours(1));
        Spool spool = spool(permit, 1, Duration.ofMinutes(5));
        JdbcTemplate owner = TestDatabase.owner();
        String until = "UPDATE qualification_certificate SET valid_until = valid_until %s INTERVAL 20 YEAR"
                + " WHERE username = 'tester'";
        String read = "UPDATE qualification_revision SET stamp = UUID() WHERE id = 1";
        owner.update(until.formatted("-"));
        owner.update(read);
        try {
            isNotTaken(spool, "permit: ");
        } finally {
            owner.update(until.formatted("+"));
            owner.update(read);
        }
    }

    private String refusal(String who, Instant start, Instant end) {
        try {
            As.present(
                    who,
                    clock.instant(),
                    () -> permits.make(CubesToTest.MACHINE, List.of(new Wanted(cubes.mark(1), "")), start, end));
            return null;
        } catch (RuleBroken refused) {
            return refused.code();
        }
    }
}
