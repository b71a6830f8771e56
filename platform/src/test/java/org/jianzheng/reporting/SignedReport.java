package org.jianzheng.reporting;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** One signed report, and a stranger who asks what a code or a file is worth. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SignedReport {

    @Autowired
    protected Reporting reporting;

    @Autowired
    protected JdbcTemplate sql;

    @Autowired
    protected MockMvc browser;

    @Autowired
    private AutowireCapableBeanFactory beans;

    protected String number;

    @BeforeAll
    protected void issueOne() {
        number = issue();
    }

    protected String issue() {
        var cases = TestedCase.of(beans);
        return cases.issued(cases.concrete());
    }

    protected String token() {
        return token(number);
    }

    protected String token(String reportNo) {
        String url =
                As.person("signatory", () -> reporting.issued(reportNo)).issue().verifyUrl();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    protected byte[] pdf() {
        return As.person("signatory", () -> reporting.pdf(number));
    }

    /** While one column of the report's row says something else. */
    protected void rewritten(String column, String value, Attack attack) throws Exception {
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

    protected interface Attack {
        void run() throws Exception;
    }

    protected ResultActions send(byte[] bytes) throws Exception {
        return browser.perform(multipart("/api/verifications").file(file(bytes)))
                .andExpect(status().isOk());
    }

    protected ResultActions ask(String token) throws Exception {
        return browser.perform(post("/api/verifications")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"token\":\"" + token + "\"}"))
                .andExpect(status().isOk());
    }

    protected static MockMultipartFile file(byte[] bytes) {
        return new MockMultipartFile("file", "report.pdf", "application/pdf", bytes);
    }
}
