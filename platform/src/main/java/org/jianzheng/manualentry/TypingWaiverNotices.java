package org.jianzheng.manualentry;

import java.util.List;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Tells the station what is asked for, and the laboratory what became of it. */
@Component
class TypingWaiverNotices {

    private static final String STATION = "station";

    private final Notices notices;
    private final Registry registry;

    TypingWaiverNotices(Notices notices, Registry registry) {
        this.notices = notices;
        this.registry = registry;
    }

    void asked(TypingWaiverView waiver) {
        tell(
                waiver,
                List.of(STATION),
                "申请人工录入：" + said(waiver),
                lab(waiver) + " 申请，理由：" + waiver.asked().text());
    }

    void decided(TypingWaiverView waiver) {
        String word = waiver.state() == TypingWaiverState.GRANTED ? "已准许人工录入：" : "未准许人工录入：";
        tell(
                waiver,
                heads(waiver),
                word + said(waiver),
                waiver.decided().byName() + " 决定，意见：" + waiver.decided().text());
    }

    void ended(TypingWaiverView waiver) {
        boolean revoked = waiver.state() == TypingWaiverState.REVOKED;
        tell(
                waiver,
                revoked ? heads(waiver) : List.of(STATION),
                (revoked ? "已撤销人工录入准许：" : "已撤回人工录入申请：") + said(waiver),
                waiver.ended().byName() + "，理由：" + waiver.ended().text() + (revoked ? "。此后开始的试验须由设备自动采集。" : "。"));
    }

    private static List<String> heads(TypingWaiverView waiver) {
        String lab = "labs/" + waiver.labCode() + "/";
        return List.of(lab + "labadmin", lab + "technicalhead");
    }

    private String lab(TypingWaiverView waiver) {
        return registry.organisation("labs/" + waiver.labCode()).name();
    }

    private static String said(TypingWaiverView waiver) {
        return "%s（%s 至 %s）"
                .formatted(
                        Catalogue.current().label(waiver.request().item()),
                        waiver.request().from(),
                        waiver.request().until());
    }

    private void tell(TypingWaiverView waiver, List<String> groups, String title, String text) {
        groups.forEach(to -> notices.send(new Notice(
                "manual-waiver:%s:%s:%s".formatted(waiver.id(), waiver.state(), to),
                to,
                title,
                text,
                "/manual-entries/waivers/" + waiver.id(),
                null)));
    }
}
