package org.jianzheng.nonconformity.duty;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.springframework.stereotype.Component;

/** What the houses of a loop are told, in the transaction of what happened. Said again, it is said once. */
@Component
public class LoopNotices {

    static final String STATION = "station";

    private final Notices notices;

    public LoopNotices(Notices notices) {
        this.notices = notices;
    }

    public static List<String> parties(CaseParties parties) {
        return List.of(
                "developers/" + parties.developerCode(),
                "contractors/" + parties.contractorCode(),
                "supervision/" + parties.supervisionCode());
    }

    public void reported(Loop loop) {
        send(loop, STATION, "opened", "检测不合格 " + loop.reportNo(), "报告判定不合格，已登记不合格台账。" + about(loop));
    }

    public void called(Loop loop) {
        parties(loop.parties())
                .forEach(to -> send(
                        loop,
                        to,
                        "opened",
                        "检测不合格通知 " + loop.reportNo(),
                        "该批材料或部位检测不合格，处置完成并经监督站销号前不得使用。请在“待办任务”中签收。" + about(loop)));
    }

    public void retestFirst(Loop loop, Instant until, String pieces) {
        parties(loop.parties())
                .forEach(to -> send(
                        loop,
                        to,
                        "retest-first",
                        "检测不合格，可先复检 " + loop.reportNo(),
                        "请建设单位在 " + CityTime.deadline(until) + " 前委托双倍复检（试件 " + pieces + "）并取得结果；复检不合格或逾期的，进入不合格处置。"
                                + about(loop)));
    }

    public void retestRefused(Loop loop, String retestNo, String objection) {
        Stream.concat(parties(loop.parties()).stream(), Stream.of(STATION))
                .forEach(to -> send(
                        loop,
                        to,
                        "retest-refused:" + retestNo,
                        "复检报告不计入 " + loop.reportNo(),
                        "复检报告 " + retestNo + " 不能作为报告 " + loop.reportNo() + " 的复检：" + objection + "。请从原不合格报告重新委托复检。"
                                + about(loop)));
    }

    public void reportEnded(Loop loop, String what, String reason) {
        send(
                loop,
                STATION,
                "report-ended",
                "不合格报告" + what + " " + loop.reportNo(),
                "闭环所依据的报告" + what + "，原因：" + reason + "。闭环保持原状态，由监督站核实后销号或撤销。" + about(loop));
    }

    /** What its house now has to do. */
    void duty(Loop loop, Duty duty) {
        if (duty.step().name().startsWith("confirm")) {
            return; // The call itself says it.
        }
        send(
                loop,
                duty.party(),
                duty.step() + ":" + duty.since().toEpochMilli(),
                duty.step().label() + " " + loop.reportNo(),
                "请在 " + CityTime.deadline(duty.dueAt()) + " 前办理。" + about(loop));
    }

    public void reminded(Loop loop, Duty duty) {
        send(
                loop,
                duty.party(),
                "reminder:" + duty.step() + ":" + duty.since().toEpochMilli(),
                "即将到期：" + duty.step().label() + " " + loop.reportNo(),
                "办理期限 " + CityTime.deadline(duty.dueAt()) + "，请尽快办理。" + about(loop));
    }

    public void overdue(Loop loop, Duty duty) {
        String key = "overdue:" + duty.step() + ":" + duty.since().toEpochMilli();
        String title = "已逾期：" + duty.step().label() + " " + loop.reportNo();
        Stream.of(duty.party(), STATION)
                .distinct()
                .forEach(to -> send(
                        loop,
                        to,
                        key,
                        title,
                        "办理期限 " + CityTime.deadline(duty.dueAt()) + " 已过，已列入监督站逾期清单。" + about(loop)));
    }

    /** Pressed by a supervisor; as often as they press. */
    public void pressed(Loop loop, Duty duty, String by, Instant at) {
        send(
                loop,
                duty.party(),
                "pressed:" + duty.step() + ":" + at.toEpochMilli(),
                "监督站催办：" + duty.step().label() + " " + loop.reportNo(),
                by + " 催办，办理期限 " + CityTime.deadline(duty.dueAt()) + "。" + about(loop));
    }

    public void ended(Loop loop, String title, String text) {
        Stream.concat(
                        parties(loop.parties()).stream(),
                        Stream.of("labs/" + loop.parties().labCode()))
                .forEach(to -> send(loop, to, "ended", title + " " + loop.reportNo(), text + about(loop)));
    }

    private void send(Loop loop, String to, String what, String title, String text) {
        String key = "loop:" + loop.reportNo() + ":" + what + ":" + to;
        notices.send(new Notice(key, to, title, text, "/nonconformities/" + loop.reportNo(), loop.caseId()));
    }

    private static String about(Loop loop) {
        var found = loop.view().found();
        String failed = found.parameters() == null ? "" : "；不合格参数：" + found.parameters();
        return "\n工程：" + found.projectName() + "；部位：" + found.place() + "；样品：" + found.sample() + failed + "。";
    }
}
