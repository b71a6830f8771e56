package org.jianzheng.records.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** One whole run with everything that is read back, and what the station sees of it. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class NightlyPageTest {

    @Autowired
    MockMvc pages;

    @Autowired
    NightlyChecks checks;

    @Autowired
    NightlyHealthIndicator health;

    @Autowired
    EvidenceFiles files;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theStationBeginsARunAndSeesWhatDoesNotMatchAndWhose() throws Exception {
        String subject = "sample:" + UUID.randomUUID();
        String sha256 = files.store(subject.getBytes(StandardCharsets.UTF_8), "text/plain");
        As.person(
                "receiver",
                () -> transaction.execute(
                        tx -> ledger.append(Ledger.Fact.of("sample.paper", subject, null, Map.of("sha256", sha256)))));
        Files.delete(TestDatabase.folder()
                .resolve("evidence")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256));

        pages.perform(post("/ledger-checks").with(As.signedIn("stationadmin")).with(csrf()))
                .andExpect(redirectedUrl("/ledger-checks"));
        pages.perform(get("/ledger-checks").with(As.signedIn("stationadmin")))
                .andExpect(content().string(containsString("核验进行中")));
        while (checks.step()) {
            // Page by page.
        }

        pages.perform(get("/ledger-checks").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("存证记录与内容")))
                .andExpect(content().string(containsString("签名检查点")))
                .andExpect(content().string(not(containsString("核验进行中"))))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(checks.latest())
                .extracting(NightlyOutcome::check)
                .contains("entries", "files", "leaves", "nodes", "checkpoints");
        var run = checks.latest().get(0).runAt();
        assertThat(checks.mismatches(run, 0, 1000).items())
                .anyMatch(one -> subject.equals(one.subject())
                        && one.record().equals(sha256)
                        && one.what().equals("FILE_MISSING"));
        assertThat(health.health().getStatus()).isEqualTo(RecordHealth.DAMAGED);
        files.store(subject.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    @Test
    void isTheStationsAlone() throws Exception {
        pages.perform(get("/ledger-checks").with(As.signedIn("labadmin"))).andExpect(status().isNotFound());
        pages.perform(post("/ledger-checks").with(As.signedIn("signatory")).with(csrf()))
                .andExpect(status().isNotFound());
    }
}
