package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.jianzheng.reporting.ReportModel.Stamps.NONE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.jianzheng.records.Numbers;
import org.jianzheng.records.ReportFacts;
import org.jianzheng.records.ReportTokens;
import org.jianzheng.records.Seals;
import org.jianzheng.records.TokensAlone;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What anybody is told about a code or a file: each kind of forgery has its own answer. */
@PlatformTest
@Clause("4.2.2.1")
class VerificationModuleTest {

    private static String number;

    @Autowired
    private Reporting reporting;

    @Autowired
    private ReportTokens tokens;

    @Autowired
    private Seals seals;

    @Autowired
    private Numbers numbers;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MockMvc browser;

    @Autowired
    private AutowireCapableBeanFactory beans;

    /** One report serves all of them. */
    @BeforeEach
    void aSignedReport() {
        if (number != null) {
            return;
        }
        number = issue();
    }

    private String issue() {
        var cases = TestedCase.of(beans);
        return cases.issued(cases.concrete());
    }

    @Test
    void theCodeOfASignedReportIsGenuine() throws Exception {
        var answer = reporting.verify(token());

        assertThat(answer.status()).isEqualTo(Verification.Status.VALID);
        assertThat(answer.reportNo()).isEqualTo(number);
        browser.perform(get("/v/" + token()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("报告真实有效")))
                .andExpect(content().string(containsString(number)));
    }

    @Test
    void whoScansACodeLeavesNothingBehind() throws Exception {
        var sessions = "SELECT COUNT(*) FROM SPRING_SESSION";
        long before = sql.queryForObject(sessions, Long.class);

        browser.perform(get("/v/" + token()))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(content().string(not(containsString("csrf"))));
        browser.perform(multipart("/v/" + token()).file(file(pdf()))).andExpect(status().isOk());
        assertThat(sql.queryForObject(sessions, Long.class)).isEqualTo(before);
    }

    @Test
    void strangersReadNoPersonsName() throws Exception {
        String name = As.whoIs("signatory").name();

        assertThat(reporting.verify(token()).facts().signatory())
                .startsWith(name.substring(0, 1))
                .endsWith("*");
        browser.perform(get("/v/" + token()))
                .andExpect(content().string(not(containsString(name))))
                .andExpect(
                        content().string(not(containsString(As.whoIs("tester").name()))));
    }

    @Test
    void theSignedFileIsGenuineByteByByte() throws Exception {
        send(pdf())
                .andExpect(jsonPath("$.valid").value(true))
                .andExpect(jsonPath("$.status").value("VALID"))
                .andExpect(jsonPath("$.reportNo").value(number))
                .andExpect(jsonPath("$.codes[0]").value("GENUINE"));
    }

    @Test
    void aChangedFileIsAForgeryAndSaysWhichReportItClaimsToBe() throws Exception {
        byte[] pdf = pdf();
        byte[] more = Arrays.copyOf(pdf, pdf.length + 1);
        more[pdf.length] = '\n';

        send(more)
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("FORGED"))
                .andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"))
                .andExpect(jsonPath("$.reportNo").value(number));
    }

    @Test
    void aChangeInsideTheSignatureThatNothingSignsIsAForgeryAllTheSame() throws Exception {
        byte[] forged = withUnsignedAttribute(pdf());
        assertThat(seals.check(forged).intact()).as("the signature itself fits").isTrue();

        send(forged)
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("FORGED"))
                .andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"))
                .andExpect(jsonPath("$.reportNo").value(number));
    }

    @Test
    void digitsOfTheSignatureSpeltOtherwiseOrItsPaddingFilledAreAForgery() throws Exception {
        String pdf = new String(pdf(), StandardCharsets.ISO_8859_1);
        int from = pdf.indexOf("/Contents <") + "/Contents <".length();
        int until = pdf.indexOf('>', from);
        String digits = pdf.substring(from, until);
        String[] forgeries = {
            digits.toUpperCase(Locale.ROOT),
            digits.substring(0, digits.length() - 2) + "41",
            digits.replaceAll("0$", " ")
        };
        for (String forgery : forgeries) {
            String forged = pdf.substring(0, from) + forgery + pdf.substring(until);

            send(forged.getBytes(StandardCharsets.ISO_8859_1))
                    .andExpect(jsonPath("$.status").value("FORGED"))
                    .andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"));
        }
    }

    /** Who rules the database may write the hash of a forgery, or other content, into the report's row. */
    @Test
    @Clause("4.1.7")
    void aRowThatSaysOtherThanTheLedgerProvesNothing() throws Exception {
        byte[] forged = withUnsignedAttribute(pdf());
        rewritten("pdf_sha256", HexFormat.of().formatHex(ReportContent.sha256(forged)), () -> {
            send(forged).andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"));
            ask(token()).andExpect(jsonPath("$.codes[0]").value("CONTENT_DIFFERS"));
        });
        String content =
                sql.queryForObject("SELECT content FROM reporting_report WHERE report_no = ?", String.class, number);
        rewritten("content", content.replace("35.6", "36.6"), () -> {
            ask(token()).andExpect(jsonPath("$.codes[0]").value("CONTENT_DIFFERS"));
            send(pdf()).andExpect(jsonPath("$.valid").value(false));
        });
        ask(token()).andExpect(jsonPath("$.valid").value(true));
    }

    @Test
    void aVoidedReportIsGenuineAndMayNotBeUsed() throws Exception {
        String voided = issue();
        String token = token(voided);
        byte[] pdf = As.person("signatory", () -> reporting.pdf(voided));
        ask(token).andExpect(jsonPath("$.status").value("VALID"));
        As.person("signatory", () -> numbers.voidNumber(voided, "委托方撤回"));

        ask(token)
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("RECALLED"))
                .andExpect(jsonPath("$.reportNo").value(voided));
        send(pdf).andExpect(jsonPath("$.status").value("RECALLED"));
        browser.perform(get("/v/" + token)).andExpect(content().string(containsString("已作废")));
    }

    @Test
    void aReplacedReportSaysSo() throws Exception {
        rewritten("status", "REPLACED", () -> {
            ask(token()).andExpect(jsonPath("$.status").value("REPLACED"));
            browser.perform(get("/v/" + token())).andExpect(content().string(containsString("已被新报告替代")));
        });
    }

    @Test
    void aCodeOfAnotherPlatformsKeyIsUnknown(@TempDir Path folder) throws Exception {
        var stranger = TokensAlone.in(folder, "https://elsewhere.example");

        ask(stranger.sign(facts(number)))
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.codes[0]").value("KEY_UNKNOWN"));
    }

    @Test
    void aFileWithoutSealIsAForgery() throws Exception {
        byte[] unsealed = new ReportRenderer().render(ReportFixtures.concrete(1));

        send(unsealed)
                .andExpect(jsonPath("$.codes[0]").value("NOT_SEALED"))
                .andExpect(jsonPath("$.valid").value(false));
        send("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .andExpect(jsonPath("$.codes[0]").value("NOT_SEALED"));
    }

    @Test
    void aFileSealedHereThatWasNeverIssuedIsUnknown() throws Exception {
        var never = ReportFixtures.concrete(1).stamped(Map.of("reportNo", "BJ01-HNT-2026-98765"), NONE);
        byte[] sealed = seals.certify("BJ01", new ReportRenderer().render(never), "test");

        send(sealed)
                .andExpect(jsonPath("$.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.codes[0]").value("NUMBER_UNKNOWN"));
    }

    @Test
    void aForgedCodeAnUnknownNumberAndOtherContentEachGetTheirOwnAnswer() throws Exception {
        ask(altered(token()))
                .andExpect(jsonPath("$.status").value("FORGED"))
                .andExpect(jsonPath("$.codes[0]").value("TOKEN_FORGED"));
        ask("no-token-at-all").andExpect(jsonPath("$.codes[0]").value("TOKEN_FORGED"));
        ask(signed("BJ01-HNT-2026-99999"))
                .andExpect(jsonPath("$.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.codes[0]").value("NUMBER_UNKNOWN"));
        ask(signed(number))
                .andExpect(jsonPath("$.status").value("FORGED"))
                .andExpect(jsonPath("$.codes[0]").value("CONTENT_DIFFERS"));
        browser.perform(get("/v/" + altered(token())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("警告")));
    }

    @Test
    void aWholeAddressServesAsToken() throws Exception {
        ask(tokens.verifyUrl(token())).andExpect(jsonPath("$.valid").value(true));
    }

    @Test
    void nothingToVerifyIsRefusedWithTheWayOut() throws Exception {
        browser.perform(post("/api/verifications")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("token"));
    }

    @Test
    void aFileIsComparedWithTheReportOfTheCode() throws Exception {
        browser.perform(multipart("/v/" + token()).file(file(pdf())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("报告真实有效")));
        browser.perform(multipart("/v").file(file(new byte[] {1, 2, 3})))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有检测机构的电子签章")));
    }

    @Test
    void peopleSeeTheListAndTheFileOfTheirOwnReportsOnly() throws Exception {
        browser.perform(get("/reports").param("q", number).with(As.signedIn("commissioner")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/reports/" + number + ".pdf")));
        browser.perform(get("/reports").param("q", number).with(As.signedIn("tester2")))
                .andExpect(content().string(containsString("没有符合条件的报告")));
        browser.perform(get("/reports/" + number + ".pdf").with(As.signedIn("witness")))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        browser.perform(get("/reports/" + number + ".pdf").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
    }

    @Test
    void programsGetTheListOfTheContract() throws Exception {
        browser.perform(get("/api/reports")
                        .param("status", "SIGNED")
                        .param("q", number)
                        .with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].reportNo").value(number))
                .andExpect(jsonPath("$.items[0].labCode").value("BJ01"))
                .andExpect(jsonPath("$.items[0].method").value("concrete-cube"))
                .andExpect(jsonPath("$.items[0].conclusion").value("PASS"))
                .andExpect(jsonPath("$.items[0].status").value("SIGNED"))
                .andExpect(jsonPath("$.items[0].issuedAt").value(containsString("+08:00")))
                .andExpect(jsonPath("$.items[0].verifyUrl").value(containsString("/v/")));
        browser.perform(get("/api/reports").param("status", "DRAFT").with(As.signedIn("supervisor")))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void theCasePageShowsTheReport() throws Exception {
        String caseId = As.person("signatory", () -> reporting.issued(number)).caseId();

        browser.perform(get("/cases/" + caseId + "/report").with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));
        browser.perform(get("/cases/" + caseId + "/report").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
    }

    private String token() {
        return token(number);
    }

    private String token(String reportNo) {
        String url = As.person("signatory", () -> reporting.issued(reportNo)).verifyUrl();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private byte[] pdf() {
        return As.person("signatory", () -> reporting.pdf(number));
    }

    private String signed(String reportNo) {
        return tokens.sign(facts(reportNo));
    }

    private static ReportFacts facts(String reportNo) {
        return new ReportFacts(
                reportNo, "BJ01", LocalDate.of(2026, 11, 23), "PASS", new byte[32], UUID.randomUUID(), "WBJT", "XM");
    }

    /** The sealed file with something more inside the signature, where the signature itself does not reach. */
    private static byte[] withUnsignedAttribute(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = document.getSignatureDictionaries().get(0);
            var cms = new CMSSignedData(signature.getContents());
            var more = new AttributeTable(new Attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, new DERSet(new DERUTF8String("x"))));
            var signer = SignerInformation.replaceUnsignedAttributes(
                    cms.getSignerInfos().iterator().next(), more);
            byte[] other = CMSSignedData.replaceSigners(cms, new SignerInformationStore(signer))
                    .getEncoded("DER");
            byte[] digits = HexFormat.of().formatHex(other).getBytes(StandardCharsets.ISO_8859_1);
            byte[] forged = pdf.clone();
            System.arraycopy(digits, 0, forged, signature.getByteRange()[1] + 1, digits.length);
            return forged;
        }
    }

    /** While one column of the report's row says something else. */
    private void rewritten(String column, String value, Attack attack) throws Exception {
        String row = " FROM reporting_report WHERE report_no = ?";
        String before = sql.queryForObject("SELECT " + column + row, String.class, number);
        String update = "UPDATE reporting_report SET " + column + " = ? WHERE report_no = ?";
        sql.update(update, value, number);
        try {
            attack.run();
        } finally {
            sql.update(update, before, number);
        }
    }

    private interface Attack {
        void run() throws Exception;
    }

    private static String altered(String token) {
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private ResultActions send(byte[] bytes) throws Exception {
        return browser.perform(multipart("/api/verifications").file(file(bytes)))
                .andExpect(status().isOk());
    }

    private ResultActions ask(String token) throws Exception {
        return browser.perform(post("/api/verifications")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"token\":\"" + token + "\"}"))
                .andExpect(status().isOk());
    }

    private static MockMultipartFile file(byte[] bytes) {
        return new MockMultipartFile("file", "report.pdf", "application/pdf", bytes);
    }
}
