package org.jianzheng.sampling.process;

import java.time.Clock;
import java.util.List;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.Alert;
import org.jianzheng.notice.Alert.Sentence;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.site.LateDecisionView;
import org.springframework.stereotype.Component;

/**
 * Tells samplers and witnesses at once what waits for them on the site, and what became of what they sent: a witness has half an
 * hour (5.3.2.1). Each sample is told of once for each of its turns.
 */
@Component
class SiteDuties {

    private static final String APP = "/m/";

    private final Sampling sampling;
    private final Commissions commissions;
    private final Notices notices;
    private final Clock clock;

    SiteDuties(Sampling sampling, Commissions commissions, Notices notices, Clock clock) {
        this.sampling = sampling;
        this.commissions = commissions;
        this.notices = notices;
        this.clock = clock;
    }

    /** Marks were issued: a sample is to be taken, for the first time or again. */
    void toTake(String caseId) {
        List<SampleView> attempts = sampling.history(caseId);
        SampleView sample = attempts.get(0);
        boolean again = attempts.size() > 1;
        String why = again ? "上一份样品 " + attempts.get(1).label() + " 已关闭：" + closed(attempts.get(1)) + "。" : "";
        CommissionView order = commissions.find(caseId);
        notices.send(new Notice(
                key("take", sample),
                "contractors/" + order.parties().contractorCode() + "/sampler",
                (again ? "请重新取样 " : "有新的取样任务 ") + sample.label(),
                why + what(order) + "请到现场取样，并在制样完成后 " + sampling.window().toMinutes() + " 分钟内登记。",
                APP,
                caseId,
                new Alert(again ? Sentence.TAKE_AGAIN : Sentence.TAKE_SAMPLE, sample.label())));
    }

    private static String closed(SampleView sample) {
        String reason = sample.reason() == null ? "" : sample.reason();
        return sample.refusal() == null || reason.startsWith(sample.refusal())
                ? reason
                : sample.refusal() + " " + reason;
    }

    private static String what(CommissionView order) {
        return order.site().projectName() + " " + order.site().unitWorks() + "，"
                + order.sample().name() + "。";
    }

    /** A sample was taken, and counts: it is to be witnessed. */
    void toWitness(String caseId) {
        SampleView sample = sampling.sample(caseId);
        if (CityTime.now(clock).isAfter(sampling.witnessBy(sample))) {
            // It was taken before its test was ordered, and witnessed then.
            return;
        }
        CommissionView order = commissions.find(caseId);
        notices.send(new Notice(
                key("witness", sample),
                "supervision/" + order.parties().supervisionCode() + "/witness",
                "有新的见证任务 " + sample.label(),
                "%s取样员已于 %s 登记取样，请于 %s 前见证。"
                        .formatted(
                                what(order),
                                CityTime.minute(sample.taken().at()),
                                CityTime.minute(sampling.witnessBy(sample))),
                APP,
                caseId,
                new Alert(Sentence.WITNESS, sample.label(), sampling.witnessBy(sample))));
    }

    /** The station has decided on what came late: whoever sent it hears of it. */
    void decided(String caseId) {
        SampleView sample = sampling.sample(caseId);
        List<LateDecisionView> decisions = sampling.lateDecisions(caseId);
        LateDecisionView decision = decisions.get(decisions.size() - 1);
        boolean taking = decision.step().equals("TAKING");
        if (taking && !decision.accepted()) {
            // That it has to be taken again says so.
            return;
        }
        CommissionView order = commissions.find(caseId);
        notices.send(new Notice(
                key("decided-" + decision.step(), sample),
                taking
                        ? "contractors/" + order.parties().contractorCode() + "/sampler"
                        : "supervision/" + order.parties().supervisionCode() + "/witness",
                "离线补传" + (decision.accepted() ? "已采信 " : "未被采信 ") + sample.label(),
                "监督站" + (decision.accepted() ? "采信" : "没有采信") + "离线补传的" + (taking ? "取样登记" : "见证") + "："
                        + decision.reason(),
                APP,
                caseId,
                new Alert(Sentence.LATE_DECIDED, sample.label())));
    }

    private static String key(String what, SampleView sample) {
        return "site:%s:%s".formatted(what, sample.label());
    }
}
