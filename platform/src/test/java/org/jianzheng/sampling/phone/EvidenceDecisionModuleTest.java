package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.record.EvidenceDecisions;
import org.jianzheng.sampling.phone.record.PhoneRecordView;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The station decides what a record that completed nothing is worth: once, with a reason, in the ledger. */
@PlatformTest
class EvidenceDecisionModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    PhoneRecords records;

    @Autowired
    EvidenceDecisions decisions;

    @Autowired
    Ledger ledger;

    @Autowired
    MockMvc browser;

    String caseId;
    String arrivalId;

    @BeforeEach
    void aRecordWhoseTaskIsGone() {
        CaseDriver driver = new CaseDriver(platform);
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        List<String> marks = sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
        Map<String, Object> record = phone.record(
                driver.task(caseId),
                Map.of(
                        "decision",
                        "TAKE",
                        "madeAt",
                        java.time.Instant.now().toString(),
                        "marks",
                        String.join("\n", marks),
                        "sealNo",
                        "FZ-1"),
                List.of());
        driver.take(caseId);
        assertThat(phone.send(record).outcome()).isEqualTo("EVIDENCE");
        PhoneRecordView kept =
                As.person("supervisor", () -> records.ofCase(caseId)).get(0);
        arrivalId = kept.arrivalId();
    }

    @Test
    @Clause("8.3.1")
    void theStationDecidesOnceWithItsReasonInTheLedger() {
        refused("kernel.form.choice", () -> decide("supervisor", "MAYBE", "照片属实"));
        refused("kernel.form.empty", () -> decide("supervisor", "ACCEPT", " "));
        decide("supervisor", "ACCEPT", "照片与定位属实");
        assertThat(As.person("receiver", () -> decisions.ofCase(caseId)).get(arrivalId))
                .satisfies(made -> assertThat(made.accepted()).isTrue())
                .satisfies(made -> assertThat(made.reason()).isEqualTo("照片与定位属实"));
        refused("sampling.evidence.twice", () -> decide("stationadmin", "REJECT", "再想想"));
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .containsOnlyOnce("phone.record.evidenceAccepted")
                .doesNotContain("phone.record.evidenceRejected");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
    }

    @Test
    void thePageOfTheCaseAsksTheStationAndShowsEverybodyWhatItDecided() throws Exception {
        String form = "/cases/" + caseId + "/site-records/" + arrivalId + "/decision";
        String page = "/cases/" + caseId + "/site";
        browser.perform(get(page).with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString(form)));
        browser.perform(get(page).with(As.signedIn("receiver")))
                .andExpect(content().string(containsString("等待监督站裁定是否采信")))
                .andExpect(content().string(not(containsString(form))));
        browser.perform(post(form)
                        .param("decision", "REJECT")
                        .param("reason", "照片模糊，看不清标识")
                        .with(csrf())
                        .with(As.signedIn("supervisor")))
                .andExpect(redirectedUrl("/cases/" + caseId));
        browser.perform(get(page).with(As.signedIn("receiver")))
                .andExpect(content().string(containsString("不予采信：照片模糊，看不清标识")));
        browser.perform(get(page).with(As.signedIn("supervisor")))
                .andExpect(content().string(not(containsString(form))));
    }

    @Test
    @Clause("8.3.1")
    void neitherALaboratoryNorTheSenderNorAnybodyOnAChangedRecordDecides() {
        refused("sampling.evidence.station", () -> decide("technicalhead", "ACCEPT", "属实"));
        Person changed = new Person("sampler", "王海涛", Set.of("station/supervisor"));
        refused(
                "sampling.evidence.own",
                () -> As.person(
                        changed,
                        null,
                        () -> decisions.decide(caseId, arrivalId, Map.of("decision", "ACCEPT", "reason", "属实"))));
        TestDatabase.owner().update("UPDATE sampling_phone_record SET latitude = 30 WHERE arrival_id = ?", arrivalId);
        refused("records.row.changed", () -> decide("supervisor", "ACCEPT", "属实"));
        assertThat(decisions.ofCase(caseId)).isEmpty();
    }

    private void decide(String who, String decision, String reason) {
        As.person(who, () -> decisions.decide(caseId, arrivalId, Map.of("decision", decision, "reason", reason)));
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).satisfies(rule -> assertThat(rule.code())
                .isEqualTo(code));
    }
}
