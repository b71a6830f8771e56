package org.jianzheng.sampling.phone.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.Alert;
import org.jianzheng.notice.Alert.Sentence;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Tells of samples without an order: its witness at once, those who order tests, and the station of what nobody has ordered in time. */
@Component
class UnorderedNotices {

    private static final String STATION = "station";

    private final Notices notices;
    private final Projects projects;

    UnorderedNotices(Notices notices, Projects projects) {
        this.notices = notices;
        this.projects = projects;
    }

    /** It has come: its witness has half an hour, unless it came late; whoever orders tests has the station's limit. */
    void taken(UnorderedSample sample, Duration window) {
        if (!sample.times().cameLate()) {
            toWitness(sample, sample.times().arrivedAt().plus(window));
        }
        tell("order", sample, developer(sample), "无委托取样待关联委托 " + sample.number(), order(sample));
        tell("order-contractor", sample, contractor(sample), "无委托取样待关联委托 " + sample.number(), order(sample));
    }

    private void toWitness(UnorderedSample sample, Instant by) {
        notices.send(new Notice(
                key("witness", sample),
                supervision(sample) + "/witness",
                "有新的见证任务 " + sample.number(),
                "%s取样员 %s 已于 %s 登记无委托取样，请于 %s 前见证。"
                        .formatted(
                                what(sample),
                                sample.sampler().name(),
                                CityTime.minute(sample.times().arrivedAt()),
                                CityTime.minute(by)),
                "/m/",
                null,
                new Alert(Sentence.WITNESS, sample.number(), by)));
    }

    private String order(UnorderedSample sample) {
        return "%s请于 %s 前提交委托并关联，逾期将报监督站。"
                .formatted(what(sample), CityTime.minute(sample.times().joinBy()));
    }

    void overdue(UnorderedSample sample) {
        String title = "无委托取样逾期未关联委托 " + sample.number();
        String text = "%s%s %s 登记，应于 %s 前关联委托。"
                .formatted(
                        what(sample),
                        sample.sampler().name(),
                        CityTime.minute(sample.times().arrivedAt()),
                        CityTime.minute(sample.times().joinBy()));
        String limit = ":" + sample.times().joinBy();
        tell("overdue" + limit, sample, STATION, title, text + "请裁定：延期，或不予认可。");
        tell("overdue-developer" + limit, sample, developer(sample), title, text);
        tell("overdue-contractor" + limit, sample, contractor(sample), title, text);
    }

    /** It was given up: that a sample was taken and nobody had it tested is the station's to know. */
    void ended(UnorderedSample sample, UnorderedSample.End end) {
        String title = "无委托取样的样品已关闭 " + sample.number();
        String text = what(sample) + end.name() + "：" + end.reason();
        tell("ended", sample, STATION, title, text);
        tell("ended-contractor", sample, contractor(sample), title, text);
        tell("ended-supervision", sample, supervision(sample), title, text);
    }

    /** An order was joined; where it is not what the sampler said, the station and the witness's firm are to see both texts. */
    void joined(UnorderedSample sample, String commissionNo, List<String> differences, String reason) {
        String title = "无委托取样已关联委托 " + sample.number();
        String text = what(sample) + "关联委托 " + commissionNo + "。"
                + (differences.isEmpty() ? "" : String.join("；", differences) + "。委托方说明：" + reason);
        tell("joined", sample, contractor(sample), title, text);
        tell("joined-supervision", sample, supervision(sample), title, text);
        if (!differences.isEmpty()) {
            tell("joined-station", sample, STATION, "委托与取样登记不一致 " + sample.number(), text);
        }
    }

    void extended(UnorderedSample sample, Instant until, String reason) {
        String title = "无委托取样获准延期 " + sample.number();
        String text = what(sample) + "监督站准予延期至 " + CityTime.minute(until) + "：" + reason;
        tell("extended:" + until, sample, developer(sample), title, text);
        tell("extended-contractor:" + until, sample, contractor(sample), title, text);
    }

    private void tell(String about, UnorderedSample sample, String to, String title, String text) {
        notices.send(new Notice(key(about, sample), to, title, text, "/unordered-samples/" + sample.id(), null));
    }

    private String what(UnorderedSample sample) {
        String project = projects.find(sample.site().projectCode())
                .map(Project::name)
                .orElse(sample.site().projectCode());
        return "%s %s，%s，%s %s，%d 件。"
                .formatted(
                        project,
                        sample.site().unitWorks(),
                        sample.site().part(),
                        Catalogue.current().label(sample.what().item()),
                        sample.what().grade(),
                        sample.what().specimens());
    }

    private static String developer(UnorderedSample sample) {
        return "developers/" + sample.site().parties().developerCode();
    }

    private static String contractor(UnorderedSample sample) {
        return "contractors/" + sample.site().parties().contractorCode();
    }

    private static String supervision(UnorderedSample sample) {
        return "supervision/" + sample.site().parties().supervisionCode();
    }

    private static String key(String about, UnorderedSample sample) {
        return "unordered:%s:%s".formatted(about, sample.number());
    }
}
