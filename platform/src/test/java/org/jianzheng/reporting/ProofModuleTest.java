package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.math.BigInteger;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.reporting.proof.DamagedRecords;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds the database's password may write what they like into rows: nobody outside is told it. */
@Clause({"4.1.7", "4.2.2.1"})
class ProofModuleTest extends SignedReport {

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ReportTokens tokens;

    @Autowired
    private DamagedRecords damaged;

    @ParameterizedTest
    @CsvSource({
        "conclusion, FAIL",
        "signatory_name, 冒名人",
        "project_name, 冒名工程",
        "title, 冒名报告",
        "signed_at, 2020-01-01 00:00:00",
        "content, {}",
        "token, x",
    })
    void aRowThatSaysOtherwiseChangesNothingOfWhatIsShownAndIsMarked(String column, String value) throws Exception {
        rewritten(column, value, () -> {
            var facts = reporting.verify(token()).facts();
            assertThat(facts.conclusion()).isEqualTo("PASS");
            assertThat(facts.issuedOn().getYear()).isGreaterThan(2025);
            browser.perform(get("/v/" + token()))
                    .andExpect(content().string(containsString("报告真实有效")))
                    .andExpect(content().string(not(containsString("冒名"))));
            var shown = As.person("signatory", () -> reporting.issued(number));
            assertThat(shown.differs()).isTrue();
            assertThat(shown.conclusion()).isEqualTo(Verdict.PASS);
            assertThat(shown.hands().signed().name())
                    .isEqualTo(As.whoIs("signatory").name());
            assertThat(shown.about().projectName()).doesNotContain("冒名");
            assertThat(damaged.numbers()).contains(number);
            browser.perform(get("/cases/" + shown.caseId() + "/report").with(As.signedIn("signatory")))
                    .andExpect(content().string(containsString("台账与证据不一致")));
        });
        assertThat(As.person("signatory", () -> reporting.issued(number)).differs())
                .isFalse();
        assertThat(damaged.numbers()).doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({"report.recalled, RECALLED", "report.voided, RECALLED", "report.replaced, REPLACED"})
    void whatTheLedgerSaysBecameOfAReportHoldsWhateverTheRowSays(String action, String status) throws Exception {
        String recalled = issue();
        String token = token(recalled);
        say(recalled, action);

        ask(token)
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.replacedBy").value("BJ01-HNT-2026-77777"));
        assertThat(As.person("signatory", () -> reporting.issued(recalled)).status())
                .hasToString(status);
    }

    @Test
    void aRecallThatOnlyTheRowKnowsOfIsNoProofOfAnything() throws Exception {
        rewritten("status", "REPLACED", () -> {
            ask(token())
                    .andExpect(jsonPath("$.valid").value(false))
                    .andExpect(jsonPath("$.status").value("UNKNOWN"))
                    .andExpect(jsonPath("$.codes[0]").value("UNPROVEN"));
            send(pdf()).andExpect(jsonPath("$.codes[0]").value("UNPROVEN"));
            browser.perform(get("/v/" + token())).andExpect(content().string(containsString("不能证明")));
        });
    }

    @Test
    void anEntryThatWasChangedIsNeverReadAsIfNothingHadHappened() throws Exception {
        String recalled = issue();
        String token = token(recalled);
        say(recalled, "report.recalled");
        String subject = "report:"
                + As.person("signatory", () -> reporting.issued(recalled)).id();
        asSchemaOwner("UPDATE ledger_content SET content = '{}' WHERE entry_id IN"
                + " (SELECT id FROM ledger_entry WHERE action = 'report.recalled' AND subject = '" + subject + "')");

        ask(token).andExpect(jsonPath("$.codes[0]").value("UNPROVEN"));
        assertThat(damaged.numbers()).contains(recalled);
    }

    @Test
    void aReportWhoseIssueIsGoneFromTheLedgerCannotBeProven() throws Exception {
        String lost = issue();
        String token = token(lost);
        asSchemaOwner("DELETE FROM ledger_content WHERE entry_id ="
                + " (SELECT ledger_entry FROM reporting_report WHERE report_no = '" + lost + "')");

        ask(token).andExpect(jsonPath("$.codes[0]").value("UNPROVEN"));
    }

    @Test
    void aReportWhoseKeptContentWasChangedOrIsGoneCannotBeProven() throws Exception {
        String changed = issue();
        String gone = issue();
        String[] tokens = {token(changed), token(gone)};
        asSchemaOwner("UPDATE reporting_issue SET content = REPLACE(content, '35.6', '36.6') WHERE report_no = '"
                + changed + "'");
        asSchemaOwner("DELETE FROM reporting_issue WHERE report_no = '" + gone + "'");

        for (String token : tokens) {
            ask(token).andExpect(jsonPath("$.codes[0]").value("UNPROVEN"));
        }
    }

    /** A signature (r, s) verifies as (r, n − s) too: the code that was printed is the only one. */
    @Test
    void theSameSignatureSpeltTheOtherWayIsAForgery() throws Exception {
        byte[] bytes = Base64.getUrlDecoder().decode(token());
        var order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        var s = new BigInteger(1, bytes, bytes.length - 32, 32);
        assertThat(s).as("low").isLessThanOrEqualTo(order.shiftRight(1));
        byte[] other = order.subtract(s).toByteArray();
        System.arraycopy(other, other.length - 32, bytes, bytes.length - 32, 32);
        String mirrored = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(tokens.read(mirrored).genuine()).as("verifies").isTrue();

        ask(mirrored).andExpect(jsonPath("$.codes[0]").value("TOKEN_FORGED"));
        ask(token() + "=").andExpect(jsonPath("$.codes[0]").value("TOKEN_FORGED"));
        ask(token()).andExpect(jsonPath("$.valid").value(true));
    }

    @Test
    void theApplicationItselfCannotChangeWhatAReportWasIssuedWith() {
        assertThatThrownBy(() -> sql.update("UPDATE reporting_issue SET token = 'x' WHERE report_no = ?", number))
                .rootCause()
                .hasMessageContaining("denied");
    }

    private void say(String reportNo, String action) {
        var report = As.person("signatory", () -> reporting.issued(reportNo));
        As.person(
                "signatory",
                () -> transaction.execute(status -> ledger.append(new Ledger.Fact(
                        null,
                        action,
                        "report:" + report.id(),
                        report.caseId(),
                        "样品信息有误",
                        Map.of("reportNo", reportNo, "replacedBy", "BJ01-HNT-2026-77777", "reason", "样品信息有误")))));
    }

    private static void asSchemaOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "flyway", "flyway")) {
            connection.createStatement().executeUpdate(statement);
        }
    }
}
