package org.jianzheng.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jianzheng.support.As;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Who finds which reports: on pages, by program, on the page of a case. */
class ReportRegisterModuleTest extends SignedReport {

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
                .andExpect(status().isBadRequest());
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
}
