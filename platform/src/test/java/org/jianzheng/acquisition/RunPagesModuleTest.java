package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.Claims;
import org.jianzheng.identity.Presence;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What people see of a run: from the scan to the sealed curve, and whose sample it is at no time. */
@PlatformTest
class RunPagesModuleTest {

    @Autowired
    Acquisition acquisition;

    @Autowired
    Commissions commissions;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private final String machine = CubesToTest.MACHINE;
    private CubesToTest cubes;
    private String caseId;
    private SampleView sample;
    private String mark;
    private MachineHost host;

    @BeforeEach
    void receivedCubesAndTheirMachine(@Autowired ApplicationContext platform) {
        cubes = new CubesToTest(platform);
        caseId = cubes.caseId();
        sample = cubes.sample();
        mark = cubes.mark(1);
        host = cubes.host();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        cubes.close();
    }

    @Test
    void aTesterScansSeesWhatIsToBeTestedAndOpensItInPerson() throws Exception {
        String scanned = seen("tester", get("/runs/new").param("mark", "https://jz.example/s/" + mark));
        assertThat(scanned).contains(sample.sampleNo(), machine, "混凝土立方体抗压强度", "验证身份");
        saysNotWhose(scanned);

        String refused = refused(opening(machine).with(As.signedIn("tester")));
        assertThat(refused).contains("打开采集前须验证身份", "value=\"" + machine + "\" checked");
        String other = refused(opening("BJ01-WN-01").with(As.present("tester", clock.instant())));
        assertThat(other).contains("没有安排设备 BJ01-WN-01").doesNotContain("打开采集前须验证身份");
        assertThat(refused(get("/runs/new").param("mark", "NOSUCHMARK").with(As.signedIn("tester"))))
                .contains("没有扫到已收样的试件", "value=\"NOSUCHMARK\"", "is-invalid");
        assertThat(refused(get("/runs/new").param("mark", mark).with(As.signedIn("tester2"))))
                .doesNotContain(sample.sampleNo());

        String page = web.perform(opening(machine)
                        .with(As.present("tester", clock.instant()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(seen("tester", get(page))).contains("等待设备开始", "中止采集", page + "/live");
        assertThat(refused(opening(machine).with(As.present("tester", clock.instant()))))
                .contains("正在试验或等待设备");

        assertThat(refused(post(page + "/end").param("reason", " ").with(As.signedIn("tester"))))
                .contains("is-invalid");
        web.perform(post(page + "/end")
                        .param("reason", "试件偏心")
                        .with(As.signedIn("tester"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(seen("tester", get(page))).contains("试件偏心").doesNotContain("/allowance");
        assertThat(seen("labadmin", get(page))).contains("/allowance");
        assertThat(refused(opening(machine).with(As.present("tester", clock.instant()))))
                .contains("上一次采集已中止");
        web.perform(post(page + "/allowance")
                        .param("reason", "确认偏心")
                        .with(As.signedIn("labadmin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(seen("tester", get(page))).contains("确认偏心");
    }

    @Test
    void openPagesAreToldWhatTheMachineSendsAndTheSealedCurveIsThereForAll() throws Exception {
        String run = cubes.open(1).id();
        Spool spool = cubes.spool(run, 1, curve());
        MvcResult stream = web.perform(get("/runs/" + run + "/live").with(As.signedIn("tester")))
                .andExpect(request().asyncStarted())
                .andReturn();
        host.begin(spool);
        host.chunk(spool, 1);
        host.chunk(spool, 0);
        hears(stream, "\"seq\":0", "\"seq\":1", "RECEIVING", "\"unit\":\"");
        saysNotWhose(text(stream));
        String last = text(stream).replaceAll("(?s).*\\nid:(\\d+).*", "$1");
        MvcResult again = web.perform(get("/runs/" + run + "/live")
                        .header("Last-Event-ID", last)
                        .with(As.signedIn("supervisor")))
                .andReturn();

        for (String reader : List.of("tester", "reviewer", "supervisor")) {
            String wall = seen(reader, get("/runs/wall"));
            assertThat(wall).contains("/runs/" + run, sample.sampleNo());
            saysNotWhose(wall);
            assertThat(seen(reader, get("/runs").param("state", RunState.RECEIVING.name())))
                    .contains("/runs/" + run);
            saysNotWhose(seen(reader, get("/runs/" + run)));
        }
        for (String reader : List.of("tester2", "commissioner", "sampler", "witness", "admin")) {
            isHiddenFrom(reader, run);
        }

        IntStream.range(2, spool.chunks().size()).forEach(seq -> host.chunk(spool, seq));
        host.end(spool);
        host.hears(run, "accepted");
        hears(stream, "\"seq\":29", "SEALED");
        hears(again, "SEALED");

        String page = seen("reviewer", get("/runs/" + run));
        assertThat(page)
                .contains(CurveHash.of(curve()), "/runs/" + run + "/curve.csv")
                .doesNotContain("/live\"");
        saysNotWhose(page);
        String csv = seen("tester", get("/runs/" + run + "/curve.csv"));
        assertThat(csv).startsWith("t_ms,kN\n");
        assertThat(DigestUtils.sha256Hex(csv.substring(csv.indexOf('\n') + 1).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(CurveHash.of(curve()));
        byte[] png = web.perform(get("/runs/" + run + "/curve.png").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1200);
        saysNotWhose(seen("tester", get("/api/runs/" + run)));
        isHiddenFrom("tester2", run);
        isHiddenFrom("commissioner", run);
    }

    @Test
    void onePersonWatchesSixteenRunsAndIsToldSoAtTheNext() throws Exception {
        String live = "/runs/" + cubes.open(1).id() + "/live";
        for (int i = 0; i < 16; i++) {
            web.perform(get(live).with(As.signedIn("stationadmin")))
                    .andExpect(request().asyncStarted());
        }
        assertThat(refused(get(live).accept(MediaType.TEXT_EVENT_STREAM).with(As.signedIn("stationadmin"))))
                .contains("实时曲线已达 16 个");
        web.perform(get(live).with(As.signedIn("supervisor")))
                .andExpect(request().asyncStarted());
    }

    @Test
    @Clause("5.3.2.3")
    void aTokenThatNobodyTypedAPasswordForOpensNothing() throws Exception {
        MockHttpServletRequestBuilder asked = post("/api/runs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"specimen":"%s","method":"%s","equipment":"%s"}"""
                        .formatted(mark, CubesToTest.METHOD, CubesToTest.MACHINE));
        assertThat(refused(asked.with(tokenOf(token -> token.claim("amr", List.of())))))
                .contains("凭密码取得令牌");
        Instant longAgo = clock.instant().minus(Presence.LASTS).minusSeconds(1);
        assertThat(refused(asked.with(
                        tokenOf(token -> token.claim("amr", List.of("pwd")).issuedAt(longAgo)))))
                .contains("凭密码取得令牌");
        web.perform(asked.with(
                        tokenOf(token -> token.claim("amr", List.of("pwd")).issuedAt(clock.instant()))))
                .andExpect(status().isCreated());
    }

    private static JwtAuthenticationToken authenticated(Jwt token) {
        return new JwtAuthenticationToken(token, Claims.authorities(token));
    }

    private static RequestPostProcessor tokenOf(Consumer<Jwt.Builder> more) {
        Jwt.Builder token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .claim("preferred_username", "tester")
                .claim("name", "张伟")
                .claim("groups", List.of("/labs/BJ01/tester"));
        more.accept(token);
        return SecurityMockMvcRequestPostProcessors.authentication(authenticated(token.build()));
    }

    @Test
    @Clause("5.3.2.3")
    void aCardThatIsNotThePersonsOpensNothing() throws Exception {
        MockHttpServletRequestBuilder asked =
                opening(CubesToTest.MACHINE).param("workNumber", "9999").with(As.present("tester", clock.instant()));
        assertThat(refused(asked)).contains("当前登录的是 张伟").contains("9999");
    }

    private MockHttpServletRequestBuilder opening(String equipment) {
        return post("/runs")
                .param("mark", mark)
                .param("method", CubesToTest.METHOD)
                .param("equipment", equipment);
    }

    private String refused(MockHttpServletRequestBuilder asked) throws Exception {
        return web.perform(asked.with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String seen(String reader, MockHttpServletRequestBuilder asked) throws Exception {
        return web.perform(asked.with(As.signedIn(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void isHiddenFrom(String reader, String run) throws Exception {
        for (String path : List.of("", "/live", "/curve", "/curve.csv", "/curve.png")) {
            web.perform(get("/runs/" + run + path).with(As.signedIn(reader))).andExpect(status().isNotFound());
        }
        for (String path : List.of("/api/runs/" + run, "/api/runs/" + run + "/curve")) {
            web.perform(get(path).with(As.signedIn(reader))).andExpect(status().isNotFound());
        }
        for (String path : List.of("/runs", "/runs/wall")) {
            web.perform(get(path).with(As.signedIn(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(run))))
                    .andExpect(content().string(not(containsString(sample.sampleNo()))));
        }
    }

    /** Neither project nor parties nor the number of the case: samples are tested blind. */
    private void saysNotWhose(String text) {
        CommissionView commission = As.person("labadmin", () -> commissions.find(caseId));
        assertThat(text)
                .doesNotContain(
                        caseId,
                        commission.commissionNo(),
                        commission.site().projectName(),
                        commission.site().projectCode(),
                        commission.site().part(),
                        commission.names().developer(),
                        commission.names().contractor());
    }

    private static void hears(MvcResult stream, String... words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(text(stream)).contains(words));
    }

    private static String text(MvcResult stream) {
        return new String(stream.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Curve curve() {
        Random random = new Random(11);
        int points = 600;
        return new Curve(
                IntStream.range(0, points).map(i -> i * 200).toArray(),
                IntStream.range(0, points)
                        .map(i -> i == points - 1 ? 0 : i * 1000 + random.nextInt(400))
                        .toArray());
    }
}
