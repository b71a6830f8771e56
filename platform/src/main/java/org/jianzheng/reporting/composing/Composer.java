package org.jianzheng.reporting.composing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.jianzheng.reporting.curves.ReportCurves;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.singles.SingleValuesPage;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.ResultView;
import org.springframework.stereotype.Component;

/**
 * Words a report from what the modules before it know: everything order 57, article 21 asks for and what laboratories
 * print besides. Reports are Chinese in every language of the pages.
 */
@Component
public class Composer {

    public static final String DRAFT_MARK = "送审稿，未经批准签发不得使用";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年MM月dd日");
    static final String DECLARATIONS =
            """
            声明：
            1. 报告无检测专用章，或无检测、审核、批准人签字无效；
            2. 报告涂改、增删无效，部分复制无效；
            3. 检测结果仅对来样负责；
            4. 对报告如有异议，应于收到报告之日起 15 日内提出；
            5. 扫描左侧二维码可核验真伪与内容，网站应为码旁所印。""";

    private final Registry registry;
    private final MethodWords words;
    private final ReportCurves curves;

    Composer(Registry registry, MethodWords words, ReportCurves curves) {
        this.registry = registry;
        this.words = words;
        this.curves = curves;
    }

    public ReportModel compose(ResultView result, CommissionView order, SampleView sample) {
        var item = Catalogue.current().ordered(result.item(), order.asked().methodSha256());
        var pages = SingleValuesPage.of(item, result, order, sample);
        var text = new HashMap<String, String>();
        var lab = registry.lab(order.parties().labCode());
        lab(text, lab, item);
        text.put("declarations", DECLARATIONS);
        order(text, order);
        custody(text, order, sample);
        test(text, result);
        text.put("methodSha256", order.asked().methodSha256());
        text.put("place", joined(" ", lab.address(), result.course().place()));
        text.put("remarks", remarks(result, order, sample, followed(order)));
        text.put("mark", joined("　", DRAFT_MARK, notForAcceptance(order), ended(order)));
        text.putAll(pages.facts());
        text.values().removeIf(value -> value == null || value.isBlank());
        return new ReportModel(pages.singles(), text, items(result), curves.of(result, item), ReportModel.Stamps.NONE);
    }

    private static void lab(Map<String, String> text, Lab lab, TestItem item) {
        text.put("title", item.report().title());
        text.put("labName", lab.name());
        text.put("cmaNo", lab.cmaNo());
        text.put("certificateLine", "资质证书号：" + lab.certificateNo());
        text.put("footer", "地址：" + lab.address() + "　电话：" + lab.phone());
    }

    private static void order(Map<String, String> text, CommissionView order) {
        text.put("client", order.names().client());
        text.put("commissionNo", order.commissionNo());
        text.put("projectName", order.site().projectName());
        text.put("supervisionRegNo", order.site().supervisionRegNo());
        text.put("developer", order.names().developer());
        text.put("contractor", order.names().contractor());
        text.put("supervision", order.names().supervision());
        text.put("nature", order.natureText());
        text.put("originalReportNo", order.retest().reportNo());
        text.put("part", joined("　", order.site().unitWorks(), order.site().part()));
        text.put("sampleName", order.sample().name());
        text.put("represents", order.sample().represents());
        text.put("specimenCount", order.sample().specimenCount() + " 件");
    }

    private static void custody(Map<String, String> text, CommissionView order, SampleView sample) {
        text.put("sampleNo", sample.sampleNo());
        text.put("sampler", hand(sample.taken()));
        text.put("witness", hand(sample.witnessed()));
        text.put(
                "receivedOn",
                sample.received() == null ? null : day(sample.received().at()));
        String seal = sample.sealNo() == null || sample.sealNo().isBlank() ? "" : "（封志号 " + sample.sealNo() + "）";
        text.put("sampleState", "标识、封志完好" + seal);
        text.put(
                "madeOn",
                sample.declaredMadeAt() == null
                        ? DAY.format(order.sample().madeOn())
                        : day(sample.declaredMadeAt()) + "（申报）");
    }

    private void test(Map<String, String> text, ResultView result) {
        var from = result.course().testedFrom();
        var until = result.course().testedUntil();
        text.put("testedOn", from.equals(until) ? DAY.format(from) : DAY.format(from) + " 至 " + DAY.format(until));
        text.put(
                "environment",
                "温度 %s ℃　相对湿度 %s %%"
                        .formatted(
                                result.course().environment().temperatureC(),
                                result.course().environment().humidityPercent()));
        text.put("methodStandards", String.join("；", result.finding().methodStandards()));
        text.put("judgedBy", String.join("；", result.finding().judgedBy()));
        text.put(
                "equipment",
                result.course().equipment().stream()
                        .map(this::machine)
                        .distinct()
                        .collect(Collectors.joining("；")));
        text.put("conclusion", result.finding().text());
        text.put("testerName", result.course().tester().name());
    }

    private String machine(ResultView.Equipment used) {
        Machine registered = registry.machine(used.code());
        return "%s %s（%s），校准有效期至 %s"
                .formatted(used.name(), registered.model(), used.code(), DAY.format(used.calibratedUntil()));
    }

    private static List<Map<String, String>> items(ResultView result) {
        var items = new ArrayList<Map<String, String>>();
        for (var row : result.finding().rows()) {
            var item = new HashMap<>(Map.of("no", String.valueOf(items.size() + 1), "item", row.item()));
            item.put("requirement", row.requirement());
            item.put("result", row.measured());
            item.put("verdict", row.verdict() == null ? null : row.verdict().word());
            item.values().removeIf(value -> value == null);
            items.add(item);
        }
        return items;
    }

    private static String remarks(ResultView result, CommissionView order, SampleView sample, String followed) {
        String proven =
                sample.firstScanAt() == null ? null : "试件唯一性标识最早扫描时间 " + CityTime.minute(sample.firstScanAt()) + "。";
        String odd = result.course().abnormalities() == null
                        || result.course().abnormalities().isBlank()
                ? null
                : "试验异常情况：" + result.course().abnormalities() + "。";
        String refused = notForAcceptance(order);
        String superseded = order.superseded().isEmpty() ? null : order.superseded() + "。";
        return joined(
                "",
                retest(order),
                superseded,
                followed,
                refused == null ? null : refused + "。",
                proven,
                odd,
                order.client().remarks());
    }

    /** Which of the values that standards leave open the result follows. */
    private String followed(CommissionView order) {
        return order.asked().policies().isEmpty()
                ? null
                : order.asked().policies().entrySet().stream()
                        .map(policy -> words.printed(policy.getKey(), policy.getValue()))
                        .collect(Collectors.joining("，", "计算取法：", "。"));
    }

    private static String retest(CommissionView order) {
        return order.retest().reportNo() == null
                ? null
                : "复检，原报告编号 " + order.retest().reportNo() + "。";
    }

    /** Order 57, article 21: only what the developer commissioned may serve for acceptance. */
    private static String notForAcceptance(CommissionView order) {
        return order.servesForAcceptance() ? null : "本报告为" + order.natureText() + "，不得作为工程质量验收资料";
    }

    private static String ended(CommissionView order) {
        return order.superseded().isEmpty() ? null : "按已废止标准检测";
    }

    private static String hand(SampleView.Handling handling) {
        if (handling == null) {
            return null;
        }
        String number =
                handling.certificateNo() == null || handling.certificateNo().isBlank()
                        ? ""
                        : "（" + handling.certificateNo() + "）";
        return handling.employerName() + "\n" + handling.name() + number;
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String day(Instant at) {
        return DAY.format(LocalDate.ofInstant(at, CityTime.ZONE));
    }

    static String joined(String between, String... parts) {
        return Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
