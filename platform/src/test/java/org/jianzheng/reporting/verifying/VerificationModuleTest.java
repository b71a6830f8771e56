package org.jianzheng.reporting.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.jianzheng.records.key.TokensAlone;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.records.token.ReportFacts;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.reporting.SignedReport;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** What anybody is told about a code or a file: each kind of forgery has its own answer. */
@Clause("4.2.2.1")
class VerificationModuleTest extends SignedReport {

    @Autowired
    private ReportTokens tokens;

    @Autowired
    private Numbers numbers;

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
    void aCodeOfAnotherPlatformsKeyIsUnknown(@TempDir Path folder) throws Exception {
        var stranger = TokensAlone.in(folder, "https://elsewhere.example");

        ask(stranger.sign(facts(number)))
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.codes[0]").value("KEY_UNKNOWN"));
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

    private String signed(String reportNo) {
        return tokens.sign(facts(reportNo));
    }

    private static ReportFacts facts(String reportNo) {
        return new ReportFacts(
                reportNo, "BJ01", LocalDate.of(2026, 11, 23), "PASS", new byte[32], UUID.randomUUID(), "WBJT", "XM");
    }

    private static String altered(String token) {
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }
}
