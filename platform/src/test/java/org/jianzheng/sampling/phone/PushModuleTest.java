package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jianzheng.notice.Notices;
import org.jianzheng.notice.ReceivedNotice;
import org.jianzheng.notice.delivery.DeliveryRounds;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SiteChannels;
import org.jianzheng.support.SiteChannels.Received;
import org.jianzheng.support.SitePhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A duty on the site reaches its person at once, on the phone that they chose, and nobody else's. */
@PlatformTest
class PushModuleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ApplicationContext platform;

    @Autowired
    PhoneRegistrations phones;

    @Autowired
    Sampling sampling;

    @Autowired
    Notices notices;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MutableClock clock;

    @Autowired
    MockMvc web;

    SiteChannels.Browser browser;
    CaseDriver driver;

    @BeforeEach
    void nobodyElse() {
        nobody();
        browser = SiteChannels.get().browser();
        driver = new CaseDriver(platform);
    }

    @AfterEach
    void nobody() {
        sql.update("DELETE FROM notice_delivery");
        sql.update("DELETE FROM notice_address_reader");
        sql.update("DELETE FROM notice_address");
        clock.reset();
    }

    @Test
    @Clause("5.3.2.1")
    void aSampleThatWasTakenReachesItsWitnessEncryptedAndSaysNothingButItsLabel() throws Exception {
        String serverKey = key("witness");
        subscribe("witness", SitePhone.confirmed(platform, "witness"), browser).andExpect(status().isOk());
        String caseId = taken();
        DeliveryRounds.run(platform);
        DeliveryRounds.run(platform);
        Received message = one();
        SampleView sample = sampling.sample(caseId);
        Map<?, ?> said = JSON.readValue(browser.read(message), Map.class);
        assertThat(said.keySet()).isEqualTo(Set.of("id", "title", "body", "lang"));
        assertThat(said.get("title")).isEqualTo("有新的见证任务");
        assertThat(said.get("body")).isEqualTo(sample.label());
        Map<String, Object> claims = browser.claims(message, serverKey);
        assertThat(claims.get("aud")).isEqualTo(List.of(SiteChannels.get().origin()));
        assertThat(claims.get("sub")).isEqualTo("mailto:push@jianzheng.example");
        assertThat(((Date) claims.get("exp")).toInstant())
                .isBetween(Instant.now().plusSeconds(60), Instant.now().plus(Duration.ofHours(24)));
        assertThat(message.headers())
                .containsEntry("content-encoding", "aes128gcm")
                .containsEntry("urgency", "high");
        assertThat(Long.parseLong(message.headers().get("ttl"))).isBetween(1700L, 1800L);
        assertThat(message.headers().get("topic")).matches("[A-Za-z0-9_-]{1,32}");
        assertThat(message.text()).doesNotContain(sample.label());
        assertThat(titles("witness")).containsOnlyOnce("有新的见证任务 " + sample.label());
        assertThat(titles("tester")).doesNotContain("有新的见证任务 " + sample.label());
    }

    @Test
    void theSamplerIsToldOfANewSampleAndInTheLanguageOfTheApp() throws Exception {
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        Map<String, Object> asked = asked(phone, browser);
        asked.put("language", "en");
        post("sampler", "/m/api/push", asked).andExpect(status().isOk());
        String caseId = accepted();
        DeliveryRounds.run(platform);
        assertThat(browser.read(one()))
                .contains("A new sample to take", sampling.sample(caseId).label());
    }

    @Test
    @Clause("5.3.2.1")
    void anObjectionSendsTheSamplerBackAndTheReasonStandsOnTheNoticeAlone() throws Exception {
        String caseId = taken();
        String first = sampling.sample(caseId).label();
        subscribe("sampler", SitePhone.confirmed(platform, "sampler"), browser);
        driver.submit(new CaseDriver.Submission(
                "witness", driver.task(caseId), Map.of("decision", "OBJECT", "note", "第 2 件标识松动")));
        DeliveryRounds.run(platform);
        String again = sampling.sample(caseId).label();
        assertThat(browser.read(one())).contains("请重新取样", again).doesNotContain("松动");
        assertThat(notice("sampler", "请重新取样 " + again).text()).contains(first, "第 2 件标识松动");
    }

    @Test
    @Clause("7.1.2")
    void whatTheStationMakesOfALateRecordComesBackToWhoSentItAndOpensTheNextDuty() throws Exception {
        SitePhone sampler = SitePhone.confirmed(platform, "sampler");
        SiteChannels.Browser witness = SiteChannels.get().browser();
        subscribe("witness", SitePhone.confirmed(platform, "witness"), witness);
        String caseId = accepted();
        subscribe("sampler", sampler, browser);
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            sampler.meet();
            Map<String, Object> taking = sampler.record(
                    driver.task(caseId),
                    Map.of(
                            "decision",
                            "TAKE",
                            "madeAt",
                            clock.instant().toString(),
                            "marks",
                            marks(caseId),
                            "sealNo",
                            "FZ-1"),
                    List.of());
            clock.advance(Duration.ofHours(2));
            assertThat(sampler.send(taking).outcome()).isEqualTo("DEFERRED");
            DeliveryRounds.run(platform);
            assertThat(browser.received()).isEmpty();
            assertThat(witness.received()).isEmpty();
            driver.submit(new CaseDriver.Submission(
                    "supervisor", driver.task(caseId), Map.of("decision", "ACCEPT", "reason", "现场无网络")));
            DeliveryRounds.run(platform);
        }
        String label = sampling.sample(caseId).label();
        assertThat(browser.read(one())).contains("离线补传记录已有裁定", label);
        assertThat(witness.received()).hasSize(1);
        assertThat(witness.read(witness.received().get(0))).contains("有新的见证任务", label);
        assertThat(notice("sampler", "离线补传已采信 " + label).text()).contains("现场无网络");
    }

    @Test
    void aSubscriptionThatThePushServiceKnowsNoMoreIsDeleted() throws Exception {
        for (int gone : List.of(404, 410)) {
            browser = SiteChannels.get().browser();
            subscribe("witness", SitePhone.confirmed(platform, "witness"), browser);
            SiteChannels.get().answer(browser.path(), gone);
            taken();
            DeliveryRounds.run(platform);
            assertThat(browser.received()).hasSize(1);
            assertThat(standing("witness", browser)).isFalse();
            assertThat(waiting()).isZero();
        }
    }

    @Test
    void whoeverSwitchesItOffIsToldNoMore() throws Exception {
        subscribe("witness", SitePhone.confirmed(platform, "witness"), browser);
        assertThat(standing("witness", browser)).isTrue();
        // Somebody else's word ends nothing.
        post("sampler", "/m/api/push/off", Map.of("endpoint", browser.endpoint()))
                .andExpect(status().isOk());
        assertThat(standing("witness", browser)).isTrue();
        taken();
        post("witness", "/m/api/push/off", Map.of("endpoint", browser.endpoint()))
                .andExpect(status().isOk());
        DeliveryRounds.run(platform);
        assertThat(browser.received()).isEmpty();
        assertThat(standing("witness", browser)).isFalse();
    }

    @Test
    void aPhoneThatWasLockedShowsNothingMore() throws Exception {
        SitePhone phone = SitePhone.confirmed(platform, "witness");
        subscribe("witness", phone, browser);
        taken();
        As.person("witness", () -> phones.lock(phone.id(), "丢失"));
        DeliveryRounds.run(platform);
        assertThat(browser.received()).isEmpty();
        subscribe("witness", phone, browser).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void onlyAPhoneOfOnesOwnThatTheStationHasConfirmedIsTold() throws Exception {
        SitePhone unconfirmed = SitePhone.of(platform, "witness");
        subscribe("witness", unconfirmed, browser).andExpect(status().isUnprocessableEntity());
        unconfirmed.ask();
        subscribe("witness", unconfirmed, browser).andExpect(status().isUnprocessableEntity());
        subscribe("witness", SitePhone.confirmed(platform, "sampler"), browser)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("sampling.phone.toConfirm"));
        assertThat(standing("witness", browser)).isFalse();
    }

    @Test
    void aBrowserIsOnePersonsTheLaterOnes() throws Exception {
        subscribe("witness", SitePhone.confirmed(platform, "witness"), browser);
        taken();
        subscribe("sampler", SitePhone.confirmed(platform, "sampler"), browser);
        DeliveryRounds.run(platform);
        assertThat(browser.received()).isEmpty();
        assertThat(standing("witness", browser)).isFalse();
        assertThat(standing("sampler", browser)).isTrue();
    }

    @Test
    void ofManyBrowsersOfOnePersonTheOldestIsLetGo() throws Exception {
        SitePhone phone = SitePhone.confirmed(platform, "witness");
        subscribe("witness", phone, browser);
        SiteChannels.Browser last = null;
        for (int i = 0; i < 5; i++) {
            last = SiteChannels.get().browser();
            clock.advance(Duration.ofSeconds(1));
            subscribe("witness", phone, last);
            subscribe("witness", phone, last);
        }
        assertThat(standing("witness", browser)).isFalse();
        assertThat(standing("witness", last)).isTrue();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice_address", Long.class))
                .isEqualTo(5);
    }

    @Test
    void anEndpointThatIsNoPushServiceIsRefusedAndNobodyIsAsked() throws Exception {
        SitePhone phone = SitePhone.confirmed(platform, "witness");
        String path = "/never/" + UUID.randomUUID();
        String port = SiteChannels.get().origin().replaceAll(".*:", "");
        List<String> endpoints = List.of(
                "http://localhost:" + port + path,
                "https://127.0.0.1:" + port + path,
                "http://127.0.0.1:" + port + "@evil.example" + path,
                "https://169.254.169.254/latest/meta-data/",
                "https://fcm.googleapis.com.evil.example" + path,
                "https://[::1]:" + port + path,
                "file:///etc/passwd",
                SiteChannels.get().origin() + "/" + "x".repeat(1000));
        for (String endpoint : endpoints) {
            Map<String, Object> asked = asked(phone, browser);
            asked.put("endpoint", endpoint);
            post("witness", "/m/api/push", asked)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.code").value("notice.push.endpoint"));
        }
        for (String member : List.of("endpoint", "p256dh", "auth")) {
            Map<String, Object> asked = asked(phone, browser);
            asked.remove(member);
            post("witness", "/m/api/push", asked).andExpect(status().isUnprocessableEntity());
            asked.put(member, "x".repeat(5000));
            post("witness", "/m/api/push", asked).andExpect(status().isUnprocessableEntity());
        }
        // One that went into the database past the platform is no better.
        subscribe("witness", phone, browser);
        sql.update("UPDATE notice_address SET target = ?", "http://localhost:" + port + path);
        taken();
        DeliveryRounds.run(platform);
        assertThat(SiteChannels.get().at(path)).isEmpty();
    }

    @Test
    void withoutASignInNobodySubscribes() throws Exception {
        web.perform(MockMvcRequestBuilders.post("/m/api/push")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/m/api/push")).andExpect(status().isUnauthorized());
    }

    private String accepted() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        return caseId;
    }

    private String taken() {
        String caseId = accepted();
        driver.take(caseId);
        return caseId;
    }

    private String marks(String caseId) {
        return String.join(
                "\n",
                sampling.sample(caseId).specimens().stream()
                        .map(SampleView.SpecimenView::mark)
                        .toList());
    }

    private Received one() {
        assertThat(browser.received()).hasSize(1);
        return browser.received().get(0);
    }

    private String key(String username) throws Exception {
        String told = web.perform(get("/m/api/push").with(As.signedIn(username)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return String.valueOf(JSON.readValue(told, Map.class).get("key"));
    }

    private boolean standing(String username, SiteChannels.Browser of) throws Exception {
        String told = post(username, "/m/api/push/standing", Map.of("endpoint", of.endpoint()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Boolean.TRUE.equals(JSON.readValue(told, Map.class).get("on"));
    }

    private Map<String, Object> asked(SitePhone phone, SiteChannels.Browser of) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("phone", PhoneKey.of(phone.jwk()).thumbprint());
        asked.put("endpoint", of.endpoint());
        asked.put("p256dh", of.p256dh());
        asked.put("auth", of.auth());
        asked.put("language", "zh");
        return asked;
    }

    private ResultActions subscribe(String username, SitePhone phone, SiteChannels.Browser of) throws Exception {
        return post(username, "/m/api/push", asked(phone, of));
    }

    private ResultActions post(String username, String path, Map<String, ?> body) throws Exception {
        return web.perform(MockMvcRequestBuilders.post(path)
                .with(As.signedIn(username))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body)));
    }

    private long waiting() {
        return sql.queryForObject("SELECT COUNT(*) FROM notice_delivery WHERE state = 'WAITING'", Long.class);
    }

    private ReceivedNotice notice(String reader, String title) {
        return As.person(reader, () -> notices.list(false, 0, 200)).items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles(String reader) {
        return As.person(reader, () -> notices.list(false, 0, 200)).items().stream()
                .map(ReceivedNotice::title)
                .toList();
    }
}
