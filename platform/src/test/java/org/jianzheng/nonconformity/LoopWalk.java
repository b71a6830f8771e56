package org.jianzheng.nonconformity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jianzheng.support.Desks;
import org.jianzheng.support.OrderDesk;
import org.jianzheng.support.Tasklist;

/** What each party does about one failing report: Tasklist and the loop's page, by the words on the screen. */
final class LoopWalk {

    private final Desks desks;
    private final String reportNo;

    LoopWalk(Desks desks, String reportNo) {
        this.desks = desks;
        this.reportNo = reportNo;
    }

    void everyPartyConfirmsReceipt() {
        receipt("commissioner", "建设单位签收");
        receipt("sampler", "施工单位签收");
        receipt("witness", "监理单位签收");
    }

    private void receipt(String person, String task) {
        Tasklist desk = at(person, task);
        assertThat(desk.form()).containsText("不得使用");
        desk.fill("签收说明", "已知悉，该批钢筋已隔离存放").screenshot("loop-receipt-" + person).complete();
    }

    void planDoubleRetest() {
        at("sampler", "提交处置方案")
                .choose("双倍复检")
                .fill("处置方案", "原批 60 t 隔离挂牌，双倍取样 4 根复检，见证员旁站")
                .fill("责任人", "王海涛")
                .today("计划完成日期")
                .screenshot("loop-plan")
                .complete();
    }

    void approvePlan() {
        Tasklist witness = at("witness", "审核处置方案");
        assertThat(witness.form()).containsText("双倍取样 4 根复检");
        witness.choose("同意").screenshot("loop-review").complete();
    }

    /** From the loop's task, where the number of the failed report is told. */
    void commissionRetest() {
        Tasklist commissioner = at("commissioner", "委托复检");
        assertThat(commissioner.form()).containsText(reportNo);
        commissioner.screenshot("loop-commission-retest");
        new OrderDesk(commissioner)
                .chooseRetest(reportNo)
                .pick("检测机构", "衡正")
                .fill("联系电话", "13909170001")
                .screenshot("loop-retest-commission")
                .submit();
        at("commissioner", "委托复检").complete();
    }

    void uploadPhoto() {
        Page page = page("sampler");
        page.locator("input[name=caption]").fill("双倍取样，见证员在场");
        page.setInputFiles("#papers input[type=file]", new FilePayload("双倍取样.png", "image/png", photo()));
        page.locator("#papers button[type=submit]").click();
        assertThat(page.locator("#papers")).containsText("双倍取样，见证员在场");
        desks.of("sampler").screenshot("loop-photo");
    }

    void reportCompletion() {
        Tasklist sampler = at("sampler", "填报处置完成");
        assertThat(sampler.form()).containsText("复检合格");
        sampler.fill("完成情况", "复检合格，该批钢筋解除隔离")
                .today("完成日期")
                .screenshot("loop-completion")
                .complete();
    }

    void check() {
        at("witness", "核查处置结果")
                .choose("处置到位")
                .fill("核查意见", "双倍取样、送检全程见证，复检报告已核对")
                .screenshot("loop-check")
                .complete();
    }

    void close() {
        at("supervisor", "监督销号")
                .choose("销号")
                .fill("意见或原因", "复检合格，同意销号")
                .screenshot("loop-close")
                .complete();
    }

    /** The page of the loop as that person sees it. */
    Page page(String person) {
        desks.of(person).visitor().go("/nonconformities/" + reportNo);
        Page page = desks.of(person).page();
        assertThat(page.locator("main h1")).containsText(reportNo);
        return page;
    }

    /** Its line in the register as that person sees it. */
    Locator line(String person) {
        desks.of(person).visitor().go("/nonconformities?q=" + reportNo);
        return desks.of(person).page().locator("#rows tbody tr");
    }

    private Tasklist at(String person, String task) {
        return desks.of(person).open(task + " " + reportNo);
    }

    private static byte[] photo() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
