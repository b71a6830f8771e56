package org.jianzheng.breach;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.SigningWalk;
import org.jianzheng.support.Tasklist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A laboratory whose scope turns out to have ended when a report waits for its signature. */
@BrowserJourney
class BreachAtSigningJourneyTest {

    private static final String ITEM = "砂浆立方体抗压强度";
    private static final String OF_THE_LAB = " WHERE lab_code = 'BJ01' AND item = 'mortar-cube'";

    private static ApplicationContext platform;
    private static Desks desks;

    @BeforeAll
    static void start() {
        platform = JourneyPlatform.get().application();
        desks = new Desks();
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    @Clause("4.1.11")
    void whatIsFoundAtSigningIsExplainedSuspendsTheItemAndIsLiftedWhenCorrected() {
        CaseDriver cases = new CaseDriver(platform);
        String caseId = cases.toReview(DemoTest.MORTAR);
        cases.review(caseId);
        LocalDate until = scopeEnds();
        scopeUntil(CityTime.today(platform.getBean(Clock.class)).minusDays(1));
        try {
            refusedToSign(caseId, "资质有效期至");
            desks.of("signatory").screenshot("breach-at-signing");
        } finally {
            scopeUntil(until);
        }

        BreachWalk breach = new BreachWalk(desks, found(caseId));
        breach.handInPaper();
        breach.explain();
        breach.suspend(ITEM);
        // The scope holds again; the suspension stops the report all the same.
        refusedToSign(caseId, "暂停");
        assertThat(casePage(caseId).locator("#next")).containsText("暂停");
        desks.of("labadmin").screenshot("breach-held-case");

        breach.accept();
        breach.correct();
        breach.lift();
        assertThat(breach.page("supervisor").locator("main")).containsText("已结案");
        desks.of("supervisor").screenshot("breach-closed");
        assertThat(casePage(caseId).locator("#next")).not().containsText("暂停");
        signing(caseId).approve().complete();
        assertThat(casePage(caseId)).containsText("BJ01-SJ-");
    }

    private static void refusedToSign(String caseId, String why) {
        Tasklist signatory = signing(caseId).approve().send();
        assertThat(signatory.page().locator(".page-notifications")).containsText(why);
    }

    private static SigningWalk signing(String caseId) {
        String commissionNo = As.person(
                "supervisor",
                () -> platform.getBean(Commissions.class).overview(caseId).commissionNo());
        return new SigningWalk(desks, commissionNo).provePresence();
    }

    private static Locator casePage(String caseId) {
        desks.of("labadmin").visitor().go("/cases/" + caseId);
        Page page = desks.of("labadmin").page();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page.locator("main");
    }

    private static BreachView found(String caseId) {
        List<BreachView> open = As.person("labadmin", () -> platform.getBean(Breaches.class)
                .list(new Breaches.Filter("", "OPEN", "LAB_SCOPE", "BJ01"), 0, 10)
                .items());
        assertThat(open).extracting(BreachView::foundCase).containsExactly(caseId);
        return open.get(0);
    }

    private static LocalDate scopeEnds() {
        return platform.getBean(JdbcTemplate.class)
                .queryForObject("SELECT MAX(valid_until) FROM qualification_scope" + OF_THE_LAB, LocalDate.class);
    }

    private static void scopeUntil(LocalDate day) {
        platform.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            platform.getBean(JdbcTemplate.class)
                    .update("UPDATE qualification_scope SET valid_until = ?" + OF_THE_LAB, day);
            platform.getBean(Registry.class).changed();
        });
    }
}
