package org.jianzheng.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jianzheng.identity.AccountGroups;
import org.jianzheng.identity.TelephoneNumbers;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Alert;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.NoticeWays;
import org.jianzheng.notice.Notices;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SiteChannels;
import org.jianzheng.support.SiteChannels.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages to gateways: none is lost while a gateway is away, none goes twice, and nobody waits for one. */
@PlatformTest
class DeliveriesModuleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WITNESSES = "supervision/HC/witness";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Notices notices;

    @Autowired
    NoticeWays ways;

    @Autowired
    AddressStore addresses;

    @Autowired
    DeliveryStore store;

    @Autowired
    TelephoneNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MockMvc web;

    private final SiteChannels channels = SiteChannels.get();
    private final String label = "L-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

    @BeforeEach
    void start() {
        stop();
    }

    @AfterEach
    void stop() {
        List.of("/sms", "/wechat").forEach(path -> {
            channels.answer(path, 201);
            channels.pause(path, 0);
        });
        sql.update("DELETE FROM notice_delivery");
        sql.update("DELETE FROM notice_address_reader");
        sql.update("DELETE FROM notice_address");
        clock.reset();
    }

    @Test
    void aGatewayGetsWhatTheManualSaysForTheNumberThatIsRegistered() throws Exception {
        As.person("witness", () -> ways.useNumber("zh"));
        say();
        DeliveryRounds.run(platform);
        Received message = sent("/sms").get(0);
        Map<?, ?> body = JSON.readValue(message.body(), Map.class);
        assertThat(body.keySet()).isEqualTo(Set.of("id", "channel", "to", "title", "text", "link", "language"));
        assertThat(body.get("to"))
                .isEqualTo(numbers.mobile("witness").orElseThrow().whole());
        assertThat(body.get("title")).isEqualTo("有新的见证任务");
        assertThat(body.get("text")).isEqualTo(label);
        assertThat(body.get("link")).asString().endsWith("/m/");
        assertThat(body.get("id")).isEqualTo(message.headers().get("idempotency-key"));
        assertThat(message.headers()).containsEntry("authorization", "Bearer token-of-the-tests");
        assertThat(sql.queryForList("SELECT target FROM notice_address", String.class))
                .containsExactly("");
    }

    @Test
    void aGatewayThatIsDownForHoursGetsTheMessageOnceWhenItIsBack() {
        As.person("witness", () -> ways.useNumber("zh"));
        channels.answer("/sms", 503);
        say();
        for (int hour = 0; hour < 5; hour++) {
            DeliveryRounds.run(platform);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(sent("/sms")).hasSize(5);
        assertThat(sent("/sms").stream()
                        .map(one -> one.headers().get("idempotency-key"))
                        .distinct())
                .hasSize(1);
        assertThat(notices.undelivered()).singleElement().satisfies(lane -> assertThat(lane.lastError())
                .isEqualTo("HTTP 503"));
        channels.answer("/sms", 200);
        for (int hour = 0; hour < 3; hour++) {
            DeliveryRounds.run(platform);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(sent("/sms")).hasSize(6);
        assertThat(notices.undelivered()).isEmpty();
    }

    @Test
    void whatNobodyTookForThreeDaysIsGivenUpAndStaysOnThePage() {
        As.person("witness", () -> ways.useNumber("zh"));
        channels.answer("/sms", 500);
        say();
        DeliveryRounds.run(platform);
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        DeliveryRounds.run(platform);
        assertThat(states()).containsExactly("GIVEN_UP");
        clock.advance(Duration.ofDays(1));
        DeliveryRounds.run(platform);
        assertThat(sent("/sms")).hasSize(2);
        assertThat(As.person("witness", () -> notices.list(false, 0, 50)).items())
                .anySatisfy(notice -> assertThat(notice.title()).contains(label));
    }

    @Test
    void saidTwiceAndSentByManyAtOnceItGoesOnce() throws Exception {
        As.person("witness", () -> ways.useNumber("zh"));
        say();
        say();
        channels.pause("/sms", 300);
        Callable<Boolean> round = () -> {
            DeliveryRounds.run(platform);
            return true;
        };
        AtOnce.all(List.of(round, round, round, round));
        assertThat(sent("/sms")).hasSize(1);
    }

    @Test
    void whatANodeTookUpBeforeItDiedIsSentByAnother() {
        As.person("witness", () -> ways.useNumber("zh"));
        say();
        transaction.executeWithoutResult(
                status -> assertThat(store.take(List.of(), 10, clock.instant(), Duration.ofMinutes(2)))
                        .hasSize(1));
        DeliveryRounds.run(platform);
        assertThat(sent("/sms")).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        DeliveryRounds.run(platform);
        assertThat(sent("/sms")).hasSize(1);
    }

    @Test
    void aSlowGatewayHoldsUpNeitherWhoeverSaysSomethingNorTheOtherGateway() throws Exception {
        As.person("witness", () -> ways.useNumber("zh"));
        As.person("witness", () -> ways.useWechat("oX-open_id-1234", "zh"));
        channels.pause("/sms", 4000);
        long before = System.nanoTime();
        say();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        var round = platform.getBean(Deliveries.class).start();
        for (int i = 0; i < 60 && sent("/wechat").isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(sent("/wechat")).hasSize(1);
        assertThat(round).isNotDone();
        round.join();
        assertThat(sent("/sms")).hasSize(1);
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void whatItsTransactionTakesBackIsNotSentAndWhatCanWaitIsNot() {
        As.person("witness", () -> ways.useNumber("zh"));
        transaction.executeWithoutResult(status -> {
            notices.send(notice(alert()));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> notices.send(notice(null)));
        DeliveryRounds.run(platform);
        assertThat(sent("/sms")).isEmpty();
    }

    @Test
    void anAddressThatTheGatewayKnowsNoMoreIsDeletedAndAMessageThatItRefusesIsNotSentAgain() {
        As.person("witness", () -> ways.useWechat("oX-open_id-1234", "zh"));
        channels.answer("/wechat", 422);
        say();
        DeliveryRounds.run(platform);
        clock.advance(Duration.ofHours(2));
        DeliveryRounds.run(platform);
        assertThat(sent("/wechat")).hasSize(1);
        assertThat(states()).containsExactly("GIVEN_UP");
        channels.answer("/wechat", 410);
        transaction.executeWithoutResult(
                status -> notices.send(new Notice(label + ":2", WITNESSES, label, "", "/m/", null, alert())));
        DeliveryRounds.run(platform);
        assertThat(As.person("witness", ways::mine)).isEmpty();
    }

    @Test
    void anAddressEndsWithTheAccountAndFollowsItIntoAnotherGroup() {
        As.person("witness", () -> ways.useNumber("zh"));
        sql.update("UPDATE notice_address SET subject = 'account-1'");
        Map<String, Set<String>> realm = new HashMap<>(Map.of("account-1", Set.of(WITNESSES)));
        AccountCheck check = check(subject -> Optional.ofNullable(realm.get(subject)));
        say();
        Parcel parcel = transaction
                .execute(status -> store.take(List.of(), 10, clock.instant(), Duration.ofMinutes(2)))
                .get(0);
        clock.advance(Duration.ofMinutes(10));
        assertThat(check.mayHave(parcel)).isTrue();
        realm.put("account-1", Set.of("supervision/XX/witness"));
        assertThat(check.mayHave(parcel)).isFalse();
        assertThat(readers()).containsExactlyInAnyOrder("supervision/XX", "supervision/XX/witness");
        realm.remove("account-1");
        // A realm that is silent says nothing against it.
        assertThat(check.mayHave(parcel)).isTrue();
        realm.put("account-1", Set.of());
        clock.advance(Duration.ofDays(2));
        check.sweep();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice_address", Long.class))
                .isZero();
        assertThat(readers()).isEmpty();
    }

    private AccountCheck check(AccountGroups realm) {
        var beans = new StaticListableBeanFactory(Map.of("realm", realm));
        return new AccountCheck(addresses, store, beans.getBeanProvider(AccountGroups.class), transaction, clock);
    }

    @Test
    void peopleSwitchTheirOwnWaysOnAndOffAndSeeNobodyElses() throws Exception {
        String masked = numbers.mobile("witness").orElseThrow().masked();
        web.perform(get("/notices/ways").with(As.signedIn("witness")))
                .andExpect(content().string(containsString(masked)))
                .andExpect(content().string(containsString("还没有开启任何提醒")));
        web.perform(post("/notices/ways/sms").with(As.signedIn("witness")).with(csrf()))
                .andExpect(redirectedUrl("/notices/ways"));
        web.perform(post("/notices/ways/wechat")
                        .param("account", "oX-open_id-1234")
                        .with(As.signedIn("witness"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/notices/ways"));
        web.perform(get("/notices/ways").with(As.signedIn("witness")))
                .andExpect(content().string(containsString("短信提醒")))
                .andExpect(content().string(containsString("****1234")))
                .andExpect(content().string(not(containsString("open_id"))));
        assertThat(sql.queryForList("SELECT target FROM notice_address", String.class))
                .noneMatch(target -> target.contains("open_id"));
        String id = As.person("witness", ways::mine).get(0).id();
        web.perform(post("/notices/ways/" + id + "/removal")
                        .with(As.signedIn("sampler"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/notices/ways/" + id + "/removal")
                        .with(As.signedIn("witness"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/notices/ways"));
        assertThat(As.person("witness", ways::mine)).hasSize(1);
        List.of("", "短信", "a b", "x".repeat(65), "<b>")
                .forEach(account -> assertThatThrownBy(() -> As.person("witness", () -> ways.useWechat(account, "zh")))
                        .isInstanceOf(RuleBroken.class));
    }

    @Test
    void nothingThatWasTypedStandsOnALockedScreen() {
        List.of("王海涛", "工程 A", "a", "X".repeat(61), "X<Y", "X Y", "-X")
                .forEach(about -> assertThat(new Alert(Alert.Sentence.WITNESS, about).about())
                        .isEmpty());
        assertThat(alert().about()).isEqualTo(label);
    }

    private Alert alert() {
        return new Alert(Alert.Sentence.WITNESS, label);
    }

    private void say() {
        transaction.executeWithoutResult(status -> notices.send(notice(alert())));
    }

    private Notice notice(Alert alert) {
        return new Notice(label, WITNESSES, "有新的见证任务 " + label, "请于 30 分钟内见证。", "/m/", null, alert);
    }

    private List<Received> sent(String path) {
        return channels.at(path).stream()
                .filter(one -> one.text().contains(label))
                .toList();
    }

    private List<String> states() {
        return sql.queryForList("SELECT state FROM notice_delivery", String.class);
    }

    private List<String> readers() {
        return sql.queryForList("SELECT reader FROM notice_address_reader", String.class);
    }
}
