package org.jianzheng.sampling.phone.record;

import java.util.Set;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.Alert;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.sampling.site.RecordOutcome;
import org.springframework.stereotype.Component;

/** Tells the station what is to be looked at of what phones sent, once a day of each kind and person. */
@Component
class RecordNotices {

    private static final String STATION = "station";
    private static final Set<String> SUSPECT = Set.of(
            "sampling.record.unregistered",
            "sampling.record.anothersPhone",
            "sampling.record.lockedPhone",
            "sampling.record.forged",
            "sampling.record.conflict",
            "sampling.record.taskGone",
            "sampling.record.attemptClosed",
            "sampling.record.samplerMissing",
            "sampling.unordered.late",
            "sampling.unordered.witnessLate");

    private final Notices notices;

    RecordNotices(Notices notices) {
        this.notices = notices;
    }

    /** A record that was held, and received by its phone as such, counts for nothing: its person has left the site meanwhile. */
    void refusedAfterAll(ArrivedRecord arrival, String reason) {
        notices.send(new Notice(
                "phone-record:after-all:" + arrival.arrivalId(),
                arrival.by().employer().orElseThrow() + "/witness",
                "手机见证记录未被受理：" + arrival.by().name(),
                "%s 于 %s 签名的见证记录在取样记录到达后未被受理：%s"
                        .formatted(
                                arrival.by().name(),
                                CityTime.second(arrival.record().proof().at()),
                                reason),
                "/m/",
                arrival.caseKnown() ? arrival.caseId() : null,
                new Alert(Alert.Sentence.RECORD_REFUSED, "")));
    }

    /** What the station made of a record that had completed nothing, for the house that sent it. */
    void decided(String arrivalId, String to, String label, boolean accepted, String reason, String caseId) {
        notices.send(new Notice(
                "phone-record:decided:" + arrivalId,
                to,
                (accepted ? "存证记录已采信 " : "存证记录未被采信 ") + label,
                "监督站" + (accepted ? "采信" : "没有采信") + "手机发来的存证记录：" + reason,
                "/cases/" + caseId,
                caseId,
                new Alert(Alert.Sentence.EVIDENCE_DECIDED, label)));
    }

    void kept(ArrivedRecord arrival, RecordOutcome outcome, String code, String reason) {
        if (!SUSPECT.contains(code)) {
            return;
        }
        boolean evidence = outcome == RecordOutcome.EVIDENCE;
        String caseId = arrival.caseKnown() ? arrival.caseId() : null;
        String once = evidence
                ? arrival.arrivalId()
                : arrival.by().username() + ":" + CityTime.minute(arrival.at()).substring(0, 10);
        notices.send(new Notice(
                "phone-record:%s:%s".formatted(code, once),
                STATION,
                (evidence ? "手机记录已存证，请裁定：" : "手机记录被拒收：") + arrival.by().name(),
                "%s 于 %s 发来：%s".formatted(arrival.by().name(), CityTime.second(arrival.at()), reason),
                caseId == null ? "/phones" : "/cases/" + caseId,
                caseId));
    }
}
