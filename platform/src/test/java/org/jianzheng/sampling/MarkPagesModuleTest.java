package org.jianzheng.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.commission.Commissions;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.MarkState;
import org.jianzheng.sampling.mark.RollView;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Marks, the counter and the registers as their pages show them. */
@PlatformTest
@Clause({"5.2.1", "5.4.6", "7.1.2"})
class MarkPagesModuleTest {

    private static final int PRINTER_DPI = 203;

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    Commissions commissions;

    @Autowired
    MarkRolls rolls;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    CaseDriver cases;

    @BeforeEach
    void driver() {
        cases = new CaseDriver(platform);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void labelsOfASheetAreAllReadAtThePrintersResolution() throws Exception {
        String rollNo = order(30);
        byte[] pdf = print(rollNo, "SHEET");
        keep("labels-sheet", pdf, 150);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(read(pdf, 0)).hasSize(23);
            TreeSet<String> all = new TreeSet<>(read(pdf, 0));
            all.addAll(read(pdf, 1));
            assertThat(all).isEqualTo(new TreeSet<>(urls(rollNo)));
            assertThat(new PDFTextStripper().getText(document))
                    .containsOnlyOnce("渭河新城安置房一期")
                    .contains("24 / 30", rollNo);
        }
    }

    @Test
    void labelsOfARollAreOneAPageAndNameNoProjectButTheFirst() throws Exception {
        String rollNo = order(4);
        byte[] pdf = print(rollNo, "ROLL");
        keep("labels-roll", pdf, PRINTER_DPI);
        List<String> urls = urls(rollNo);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            var size = document.getPage(1).getMediaBox();
            assertThat(Math.round(size.getWidth() / 72 * 25.4)).isEqualTo(50);
            assertThat(Math.round(size.getHeight() / 72 * 25.4)).isEqualTo(30);
            for (int page = 1; page < 5; page++) {
                assertThat(read(pdf, page)).containsExactly(urls.get(page - 1));
                var text = new PDFTextStripper();
                text.setStartPage(page + 1);
                text.setEndPage(page + 1);
                String mark = urls.get(page - 1).substring(urls.get(page - 1).lastIndexOf('/') + 1);
                assertThat(text.getText(document))
                        .contains(mark.substring(24), mark.substring(0, 5), page + " / 4")
                        .doesNotContain("渭河");
            }
        }
    }

    @Test
    void aStrangerLearnsWhereAMarkStandsAndNothingElse() throws Exception {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        cases.take(caseId);
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        browser.perform(get("/s/" + mark))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("SESSION"))
                .andExpect(content().string(containsString("已封样")))
                .andExpect(content().string(not(containsString("渭河"))))
                .andExpect(content().string(not(containsString("王海涛"))))
                .andExpect(content().string(not(containsString("BJ01"))))
                .andExpect(content().string(not(containsString("HRB"))));
        String blank = marks(order(1)).get(0);
        browser.perform(get("/s/" + blank)).andExpect(content().string(containsString("空白")));
        browser.perform(get("/s/FORGED"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("这不是有效的试件标识")));
        browser.perform(get("/s/" + mark).with(As.signedIn("tester2")))
                .andExpect(content().string(containsString("已封样")))
                .andExpect(content().string(not(containsString("渭河"))));
        assertThat(browser.perform(get("/s/" + mark + "/story"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .contains("oauth2");
    }

    @Test
    void theCounterTellsEachSpecimenByItselfAndCompletesTheTask() throws Exception {
        String caseId = witnessed();
        List<SampleView.SpecimenView> own = sampling.sample(caseId).specimens();
        scan(own.get(0).mark(), "")
                .andExpect(jsonPath("$.right").value(true))
                .andExpect(jsonPath("$.caseId").value(caseId));
        scan(own.get(0).mark(), caseId).andExpect(jsonPath("$.finding").value("AGAIN"));
        scan(own.get(1).mark().substring(0, 12), caseId)
                .andExpect(jsonPath("$.finding").value("BROKEN"));
        scan("0".repeat(30), caseId)
                .andExpect(jsonPath("$.finding").value("FORGED"))
                .andExpect(jsonPath("$.right").value(false))
                .andExpect(jsonPath("$.words").value(containsString("不是本平台签发")));
        scan(marks(order(1)).get(0), caseId).andExpect(jsonPath("$.finding").value("BLANK"));
        scan(sampling.sample(witnessed()).specimens().get(0).mark(), caseId)
                .andExpect(jsonPath("$.finding").value("OTHER_COMMISSION"));
        scan("", caseId).andExpect(jsonPath("$.finding").value("BROKEN"));
        // Short: not to be received.
        complete(caseId, accepting())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("第 2 件未扫描")));
        for (var one : own.subList(1, own.size())) {
            scan(sampling.url(one.mark()), caseId).andExpect(jsonPath("$.right").value(true));
        }
        complete(caseId, accepting()).andExpect(redirectedUrl("/cases/" + caseId));
        assertThat(sampling.sample(caseId).state()).isEqualTo("RECEIVED");
        assertThat(sampling.stateOf(own.get(0).mark())).contains(MarkState.RECEIVED);
        scan(own.get(0).mark(), "").andExpect(jsonPath("$.finding").value("RECEIVED"));
    }

    @Test
    void whatIsNotReadyIsToldAtTheCounter() throws Exception {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        scan(mark, "").andExpect(jsonPath("$.finding").value("NOT_TAKEN"));
        cases.take(caseId);
        scan(mark, "").andExpect(jsonPath("$.finding").value("NOT_WITNESSED"));
        clock.advance(Duration.ofMinutes(31));
        scan(mark, "").andExpect(jsonPath("$.finding").value("WITNESS_LATE"));
        cases.witness(caseId);
        scan(mark, "").andExpect(jsonPath("$.finding").value("LATE"));
        browser.perform(post("/receipts/scans").param("code", mark).with(csrf()).with(As.signedIn("tester")))
                .andExpect(status().isUnprocessableEntity());
        browser.perform(get("/receipts").with(As.signedIn("sampler"))).andExpect(status().isNotFound());
    }

    @Test
    void aRefusalGivesASlipWithANumberOfItsOwn() throws Exception {
        String caseId = witnessed();
        complete(caseId, Map.of("decision", "REFUSE", "refusal", "MARK_BROKEN", "note", "第 3 件二维码残缺"))
                .andExpect(redirectedUrl("/cases/" + caseId));
        SampleView refused = sampling.sample(caseId);
        assertThat(refused.refusalNo()).matches("BJ01-JS-20\\d\\d-\\d{5}");
        assertThat(commissions.find(caseId).state()).isEqualTo("SAMPLE_REFUSED");
        byte[] pdf = file("/cases/" + caseId + "/refusals/1.pdf", "sampler");
        keep("refusal-slip", pdf, 110);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("样品拒收单", refused.refusalNo(), "标识破损", "第 3 件二维码残缺", "林晓燕", "渭河新城安置房一期");
        }
        assertThat(read(pdf, 0))
                .containsExactly(sampling.url(refused.specimens().get(0).mark()));
        browser.perform(get("/cases/" + caseId + "/custody").with(As.signedIn("commissioner")))
                .andExpect(content().string(containsString("拒收单 " + refused.refusalNo())));
        browser.perform(get("/cases/" + caseId + "/refusals/1.pdf").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        browser.perform(get("/cases/" + caseId + "/refusals/2.pdf").with(As.signedIn("sampler")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theRegistersListWhatTheirReaderMaySeeAndNothingTypedBecomesAFormula() throws Exception {
        String caseId = witnessed();
        String label = sampling.sample(caseId).label();
        sql.update("UPDATE sampling_sample SET seal_no = '=1+1' WHERE case_id = ?", caseId);
        for (String page : List.of("/sampling-register", "/witnessing-register")) {
            for (String who : List.of("commissioner", "sampler", "witness", "receiver", "supervisor")) {
                assertThat(listed(page, who)).contains(label);
            }
            for (String who : List.of("tester", "tester2", "admin")) {
                page(page, who).andExpect(content().string(not(containsString(label))));
            }
            page(page + "?lab=BJ02", "supervisor").andExpect(content().string(not(containsString(label))));
            page(page + "?person=王海涛&project=XM-2026-002", "supervisor")
                    .andExpect(content().string(not(containsString(label))));
            page(page + "?from=2001-01-01&until=2001-12-31", "receiver")
                    .andExpect(content().string(containsString("没有符合条件的记录")));
            assertThat(listed(page + "?project=XM-2026-001&item=concrete-cube&state=WITNESSED", "receiver"))
                    .contains(label);
            for (String bad : List.of("?from=yesterday", "?state=NEVER", "?from=2026-02-02&until=2026-01-01")) {
                browser.perform(get(page + bad).with(As.signedIn("receiver")))
                        .andExpect(status().isUnprocessableEntity());
            }
        }
        page("/witnessing-register?person=王海涛", "receiver").andExpect(content().string(not(containsString(label))));
        assertThat(listed("/witnessing-register?person=赵", "receiver")).contains(label);
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(file("/sampling-register.xlsx?state=WITNESSED", "receiver")))) {
            var sheet = book.getSheetAt(0);
            boolean found = false;
            for (var row : sheet) {
                for (var cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals("=1+1")) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                        found = true;
                    }
                }
            }
            assertThat(found).isTrue();
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("委托样品");
        }
    }

    @Test
    void onlyTheLaboratorySaysWhatBecameOfTestedSpecimens() throws Exception {
        String caseId = cases.toTest(DemoTest.CONCRETE);
        dispose(caseId, "receiver").andExpect(status().isUnprocessableEntity());
        cases.assign(caseId, DemoTest.CONCRETE);
        cases.recordAll(caseId, DemoTest.CONCRETE);
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        assertThat(sampling.stateOf(mark)).contains(MarkState.TESTED);
        for (String who : List.of("sampler", "supervisor", "reviewer")) {
            dispose(caseId, who).andExpect(status().isUnprocessableEntity());
        }
        dispose(caseId, "tester2").andExpect(status().isNotFound());
        dispose(caseId, "receiver").andExpect(redirectedUrl("/cases/" + caseId));
        assertThat(sampling.stateOf(mark)).contains(MarkState.DISPOSED);
        dispose(caseId, "receiver").andExpect(status().isUnprocessableEntity());
        browser.perform(get("/cases/" + caseId + "/custody").with(As.signedIn("sampler")))
                .andExpect(content().string(containsString("检后销毁")));
    }

    @Test
    void aRollsPageShowsItsStoryToItsContractorAlone() throws Exception {
        String rollNo = order(2);
        print(rollNo, "SHEET");
        browser.perform(get("/marks").with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(rollNo)));
        browser.perform(get("/marks/" + rollNo).with(As.signedIn("sampler")))
                .andExpect(content().string(containsString("第 1 次打印，2 枚")))
                .andExpect(content().string(containsString("再次打印的原因")))
                .andExpect(content().string(not(containsString(marks(rollNo).get(0)))));
        browser.perform(get("/marks/" + rollNo).with(As.signedIn("receiver"))).andExpect(status().isNotFound());
        browser.perform(post("/marks/" + rollNo + "/losses")
                        .param("position", "0")
                        .param("reason", "遗失")
                        .with(csrf())
                        .with(As.signedIn("sampler")))
                .andExpect(redirectedUrl("/marks/" + rollNo));
        browser.perform(get("/marks/" + rollNo).with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString("整卷已作废：遗失")));
    }

    private ResultActions dispose(String caseId, String who) throws Exception {
        return browser.perform(post("/cases/" + caseId + "/disposal")
                .param("way", "SCRAPPED")
                .param("note", "")
                .with(csrf())
                .with(As.signedIn(who)));
    }

    private String witnessed() {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        cases.take(caseId);
        cases.witness(caseId);
        return caseId;
    }

    private static Map<String, String> accepting() {
        return Map.of(
                "decision",
                "ACCEPT",
                "appearanceOk",
                "true",
                "marksOk",
                "true",
                "sealOk",
                "true",
                "quantityOk",
                "true",
                "storage",
                "样品室 A-3");
    }

    private ResultActions complete(String caseId, Map<String, String> form) throws Exception {
        MockHttpServletRequestBuilder asked =
                post("/receipts/" + caseId).with(csrf()).with(As.signedIn("receiver"));
        form.forEach(asked::param);
        return browser.perform(asked);
    }

    private ResultActions scan(String code, String caseId) throws Exception {
        return browser.perform(post("/receipts/scans")
                        .param("code", code)
                        .param("case", caseId)
                        .with(csrf())
                        .with(As.signedIn("receiver")))
                .andExpect(status().isOk());
    }

    // Other tests leave acts of a later hour.
    private String listed(String path, String who) throws Exception {
        StringBuilder listed = new StringBuilder();
        for (int page = 0; page < 12; page++) {
            String address = path + (path.contains("?") ? "&" : "?") + "page=" + page;
            listed.append(page(address, who).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        }
        return listed.toString();
    }

    private ResultActions page(String path, String who) throws Exception {
        return browser.perform(get(path).with(As.signedIn(who))).andExpect(status().isOk());
    }

    private byte[] file(String path, String who) throws Exception {
        return page(path, who).andReturn().getResponse().getContentAsByteArray();
    }

    private String order(int size) {
        return As.person("sampler", () -> rolls.order(Map.of("project", DemoCity.PROJECT, "size", size)));
    }

    private byte[] print(String rollNo, String layout) throws Exception {
        return browser.perform(post("/marks/" + rollNo + "/prints")
                        .param("layout", layout)
                        .with(csrf())
                        .with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> marks(String rollNo) {
        return As.person("sampler", () -> rolls.story(rollNo).labels().stream()
                .map(RollView.Label::mark)
                .toList());
    }

    private List<String> urls(String rollNo) {
        return marks(rollNo).stream().map(sampling::url).toList();
    }

    private static List<String> read(byte[] pdf, int page) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(page, PRINTER_DPI);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
            return Arrays.stream(
                            new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .toList();
        }
    }

    // To be looked at.
    private static void keep(String name, byte[] pdf, int dpi) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < Math.min(2, document.getNumberOfPages()); page++) {
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(page, dpi),
                        "png",
                        folder.resolve(name + "-" + page + ".png").toFile());
            }
        }
    }
}
