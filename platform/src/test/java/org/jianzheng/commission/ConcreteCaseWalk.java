package org.jianzheng.commission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.support.Desks;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.OrderDesk;
import org.jianzheng.support.Tasklist;

/** What each person does in Tasklist for one case of concrete cubes, by the words on the screen. */
final class ConcreteCaseWalk {

    private static final List<String> PUBLISHED_LOADS = List.of("787.5", "801.2", "812.6");

    private final Desks desks;
    private String commissionNo;
    private List<String> marks;

    ConcreteCaseWalk(Desks desks) {
        this.desks = desks;
    }

    /** A case that came this far by itself. */
    void goOnWith(String commissionNo) {
        this.commissionNo = commissionNo;
    }

    String commissionNo() {
        return commissionNo;
    }

    void commission(String part) {
        new OrderDesk(desks.of("commissioner"))
                .choose("混凝土立方体抗压强度")
                .pick("工程项目", "渭河")
                .pick("检测机构", "衡正")
                .pick("强度等级", "C30")
                .fill("单位工程", "1# 住宅楼")
                .fill("使用部位", part)
                .fill("代表数量", "100 m³")
                .fill("联系电话", "13909170001")
                .screenshot("commission")
                .submit();
    }

    /** From here on the case has a number, which the sampler's task shows. */
    void accept() {
        desks.of("receiver")
                .open("合同评审")
                .choose("受理，编委托编号")
                .screenshot("accept")
                .complete();
        String form = desks.of("sampler").open("取样登记").form().innerText();
        commissionNo = form.replaceAll("(?s).*?(BJ01-WT-\\d{4}-\\d{5}).*", "$1");
    }

    void take() {
        Tasklist sampler = desks.of("sampler").open("取样登记 " + commissionNo);
        marks = printedMarks(sampler);
        sampler.todayAt(0, now())
                .fill("逐件扫描标识", String.join("\n", marks))
                .fill("封志号", "FZ-0618")
                .screenshot("take")
                .complete();
    }

    private static List<String> printedMarks(Tasklist sampler) {
        String address = sampler.form()
                .locator("a", new Locator.LocatorOptions().setHasText("打印二维码标识"))
                .getAttribute("href");
        try (Page labels = sampler.page().context().newPage()) {
            labels.navigate(JourneyPlatform.get().url(URI.create(address).getPath()));
            Locator marks = labels.locator("[data-mark]");
            assertThat(marks.first()).isVisible();
            return marks.all().stream()
                    .map(mark -> mark.getAttribute("data-mark"))
                    .toList();
        }
    }

    void witness() {
        desks.of("witness")
                .open("见证 " + commissionNo)
                .choose("取样、制样、标识、封志属实")
                .tick("我在现场看到")
                .tick("封志完好")
                .screenshot("witness")
                .complete();
    }

    Tasklist atReceipt() {
        return desks.of("receiver").open("收样 " + commissionNo);
    }

    void receive() {
        atReceipt()
                .choose("收样")
                .fill("逐件扫描标识", String.join("\n", marks))
                .tick("外观完好")
                .tick("标识完好")
                .tick("封志完好")
                .tick("数量、尺寸")
                .screenshot("receive")
                .complete();
    }

    void assign() {
        desks.of("labadmin")
                .open("安排检测")
                .pick("检测员", "张伟")
                .pick("主要设备", "BJ01-YL-01")
                .today("计划检测日期")
                .screenshot("assign")
                .complete();
    }

    Tasklist atRecord() {
        return desks.of("tester").open("混凝土抗压");
    }

    /** The loads of a published worked example: 35.6 MPa. */
    Tasklist fillRecord(Tasklist record) {
        for (int i = 0; i < PUBLISHED_LOADS.size(); i++) {
            record.fillRow("破坏荷载", i, PUBLISHED_LOADS.get(i));
        }
        return record.fill("环境温度", "21.5").fill("相对湿度", "56").todayAt(0, now()).todayAt(1, now());
    }

    Tasklist atReview() {
        return desks.of("reviewer").open("审核报告 " + commissionNo);
    }

    Tasklist atSigning() {
        return desks.of("signatory").open("批准报告 " + commissionNo);
    }

    private static LocalTime now() {
        return LocalTime.now(CityTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
