package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.hamcrest.Matchers;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notices;
import org.jianzheng.notice.ReceivedNotice;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.correction.CorrectionReason;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** A record that is returned and then says otherwise: cubes that failed at 550 kN are said to have borne 790. */
@PlatformTest
class VerdictCorrectionModuleTest {

    private static final String[] WEAK = {"550.0", "552.0", "548.0"};
    private static final String[] STRONG = {"787.5", "801.2", "812.6"};
    private static final Map<String, Object> AGREED = Map.of("decision", "GRANT", "opinion", "已核对设备原始记录，确为笔误");
    private static final Map<String, Object> REFUSED = Map.of("decision", "REFUSE", "opinion", "设备记录与更正后的数值不符");

    @Autowired
    private Corrections corrections;

    @Autowired
    private Testing testing;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private Notices notices;

    @Autowired
    private MockMvc pages;

    private final CaseDriver driver;

    VerdictCorrectionModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    @Clause("4.2.2.2")
    void failToPassWaitsForAThirdPersonAndIsSaidToEverybody() {
        String caseId = returned(WEAK);
        again(caseId, STRONG);

        assertThat(driver.task(caseId).key()).isEqualTo("approveCorrection");
        CorrectionView open = only(caseId);
        assertThat(open.effect().before()).isEqualTo("FAIL");
        assertThat(open.effect().after()).isEqualTo("PASS");
        assertThat(open.reason()).isEqualTo(CorrectionReason.TRANSCRIPTION);
        approve(caseId, "technicalhead", AGREED);

        assertThat(only(caseId).state()).isEqualTo(CorrectionState.DONE);
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
        String id = As.person("reviewer", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .id();
        Map<String, Object> sheet = As.person("signatory", () -> reporting.sheet(id));
        assertThat(sheet.get("corrected")).isEqualTo(true);
        assertThat(sheet.get("corrections").toString()).contains("550.0 → 787.5", "抄录或录入笔误", "同意 秦志远");
        assertThat(sheet.get("remarks").toString()).contains("原始记录更正 1 次", "不合格 → 合格", "批准 秦志远");
        assertThat(told("supervisor")).anySatisfy(notice -> {
            assertThat(notice.title()).contains("改变判定", open.title());
            assertThat(notice.link()).isEqualTo("/corrections/" + open.id());
        });
    }

    @Test
    void passToFailIsACorrectionOfTheVerdictToo() {
        String caseId = returned(STRONG);
        again(caseId, WEAK);

        assertThat(driver.task(caseId).key()).isEqualTo("approveCorrection");
        assertThat(only(caseId).effect().changesVerdict()).isTrue();
    }

    @Test
    void oneThatChangesNoVerdictGoesOnAndIsPrintedAllTheSame() {
        String caseId = returned(STRONG);
        again(caseId, "788.5", "801.2", "812.6");

        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
        assertThat(only(caseId).state()).isEqualTo(CorrectionState.DONE);
        String id = As.person("reviewer", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .id();
        assertThat(As.person("reviewer", () -> reporting.sheet(id))
                        .get("remarks")
                        .toString())
                .contains("原始记录更正 1 次", "787.5 → 788.5", "更正 张伟");
    }

    @Test
    void whoTestedReturnedOrProposedDoesNotAgreeEvenAsTechnicalHead() {
        String caseId = returned(WEAK);
        again(caseId, STRONG);

        refused(() -> As.person(head("tester"), null, () -> complete(caseId, AGREED)), "testing.correction.ownWork");
        refused(() -> As.person(head("reviewer"), null, () -> complete(caseId, AGREED)), "testing.correction.ownWork");
        assertThat(driver.task(caseId).key()).isEqualTo("approveCorrection");
        // Nobody is stuck while the technical head is away.
        approve(caseId, "labadmin", AGREED);
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
    }

    @Test
    void whoAgreedNeitherReviewsNorSignsTheReport() {
        String caseId = returned(WEAK);
        again(caseId, STRONG);
        approve(caseId, "technicalhead", AGREED);

        Person both = new Person(
                "technicalhead",
                As.whoIs("technicalhead").name(),
                Set.of("labs/BJ01/technicalhead", "labs/BJ01/reviewer"));
        String id = As.person("reviewer", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .id();
        refused(
                () -> As.person(both, null, () -> reporting.review(id, Map.of("decision", "PASS"))),
                "reporting.review.ownCorrection");
        driver.review(caseId);
        refused(
                () -> As.person(both, Instant.now(), () -> reporting.sign(id, Map.of("decision", "PASS"))),
                "reporting.sign.ownCorrection");
    }

    @Test
    void refusedTheRecordIsMadeAgainAndTheOldReadingStands() {
        String caseId = returned(WEAK);
        again(caseId, STRONG);
        approve(caseId, "technicalhead", REFUSED);

        assertThat(driver.task(caseId).key()).isEqualTo("record");
        again(caseId, WEAK);
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(testing.result(caseId).records()).hasSize(3);
        assertThat(corrections.ofCase(caseId))
                .extracting(CorrectionView::state)
                .containsExactly(CorrectionState.REFUSED, CorrectionState.DONE);

        driver.sendBack(caseId, "再核对一次破坏荷载");
        again(caseId, STRONG);
        assertThat(driver.task(caseId).key()).isEqualTo("approveCorrection");
    }

    @Test
    void aDecisionThatIsNoneIsNotTakenForAgreement() {
        String caseId = returned(WEAK);
        again(caseId, STRONG);
        String id = only(caseId).id();

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> As.person(
                        "technicalhead",
                        () -> corrections.say(
                                id,
                                org.jianzheng.testing.correction.Consent.HEAD,
                                Map.of("decision", "grant", "opinion", "同意更正"))))
                .withMessage("testing.correction.decision");
    }

    @Test
    void stationAndLaboratorySeeThemListedAndCountedPerPerson() throws Exception {
        String caseId = returned(WEAK);
        again(caseId, STRONG);
        approve(caseId, "technicalhead", AGREED);
        String id = only(caseId).id();

        for (String who : List.of("supervisor", "labadmin")) {
            pages.perform(get("/corrections").with(As.signedIn(who)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("/corrections/" + id)));
            pages.perform(get("/corrections/people").with(As.signedIn(who)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("张伟")))
                    .andExpect(content().string(Matchers.containsString("秦志远")));
        }
        pages.perform(get("/corrections/" + id).with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("550.0")));
        pages.perform(get("/corrections/" + id).with(As.signedIn("tester"))).andExpect(status().isNotFound());
        pages.perform(get("/corrections/" + id).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        pages.perform(get("/corrections").with(As.signedIn("commissioner"))).andExpect(status().is4xxClientError());
    }

    /** Recorded with these loads, sent back by the reviewer. */
    private String returned(String... loads) {
        String caseId = driver.toReview(DemoTest.CONCRETE.measuring(DemoTest.concrete(loads)));
        driver.sendBack(caseId, "第 1 块破坏荷载与设备记录不符");
        return caseId;
    }

    private void again(String caseId, String... loads) {
        var form = new HashMap<>(DemoTest.concrete(loads));
        form.put("correctionKind", "TRANSCRIPTION");
        form.put("correctionReason", "抄写时数字颠倒");
        driver.record(caseId, form);
    }

    private void approve(String caseId, String username, Map<String, Object> form) {
        As.person(username, () -> complete(caseId, form));
        driver.goOn(caseId);
    }

    private void complete(String caseId, Map<String, Object> form) {
        processes.complete(driver.task(caseId).id(), form);
    }

    private static Person head(String username) {
        return new Person(
                username, As.whoIs(username).name(), Set.of("labs/BJ01/" + username, "labs/BJ01/technicalhead"));
    }

    private CorrectionView only(String caseId) {
        return corrections.ofCase(caseId).get(0);
    }

    private List<ReceivedNotice> told(String username) {
        return As.person(username, () -> notices.list(false, 0, 50)).items();
    }

    private static ThrowableAssertAlternative<RuleBroken> refused(Runnable work, String code) {
        return assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
