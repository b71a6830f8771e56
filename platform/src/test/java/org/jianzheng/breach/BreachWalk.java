package org.jianzheng.breach;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.jianzheng.support.Desks;
import org.jianzheng.support.Tasklist;

/** What laboratory and station do about one breach: Tasklist and the breach's page, by the words on the screen. */
final class BreachWalk {

    private static final byte[] NOTICE = "%PDF-1.7 受理通知书".getBytes(StandardCharsets.UTF_8);

    private final Desks desks;
    private final BreachView breach;

    BreachWalk(Desks desks, BreachView breach) {
        this.desks = desks;
        this.breach = breach;
    }

    void handInPaper() {
        Page page = page("labadmin");
        page.setInputFiles("main input[type=file]", new FilePayload("受理通知书.pdf", "application/pdf", NOTICE));
        page.locator("form[action$='/papers'] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("受理通知书.pdf");
        desks.of("labadmin").screenshot("breach-paper");
    }

    void explain() {
        Tasklist admin = at("labadmin", "说明资质异常");
        assertThat(admin.form()).containsText("机构超资质范围");
        admin.fill("情况说明", "续证手续未按时办完，受理通知书已附").screenshot("breach-explain").complete();
    }

    void suspend(String item) {
        Tasklist supervisor = at("supervisor", "处理资质异常");
        assertThat(supervisor.form()).containsText("续证手续未按时办完");
        supervisor.choose("暂停检测项目并责令整改");
        supervisor.form().locator(".fjs-form-field-checklist").getByLabel(item).check();
        supervisor.fill("理由", "取得新证前不得出具报告").screenshot("breach-suspend").complete();
    }

    void accept() {
        Tasklist admin = at("labadmin", "答复处理决定");
        assertThat(admin.form()).containsText("取得新证前不得出具报告");
        admin.choose("接受").screenshot("breach-answer").complete();
    }

    void correct() {
        at("labadmin", "整改资质异常")
                .fill("整改情况", "新证已取得，到期前三个月起逐月核对")
                .screenshot("breach-correct")
                .complete();
    }

    void lift() {
        at("supervisor", "核查整改")
                .choose("合格，结案")
                .tick("现在恢复暂停的检测项目")
                .screenshot("breach-check")
                .complete();
    }

    /** The page of the breach as that person sees it. */
    Page page(String person) {
        desks.of(person).visitor().go("/breaches/" + breach.id());
        Page page = desks.of(person).page();
        assertThat(page.locator("main h1")).containsText(breach.breachNo());
        return page;
    }

    private Tasklist at(String person, String task) {
        return desks.of(person).open(task + " " + breach.breachNo());
    }
}
