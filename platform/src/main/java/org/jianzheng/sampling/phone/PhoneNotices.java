package org.jianzheng.sampling.phone;

import java.util.List;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.springframework.stereotype.Component;

/** Tells the station and a phone's house what becomes of it: whoever registers a phone in another's name is seen by both. */
@Component
class PhoneNotices {

    private static final String STATION = "station";

    private final Notices notices;
    private final DisplayNames names;

    PhoneNotices(Notices notices, DisplayNames names) {
        this.notices = notices;
        this.names = names;
    }

    void asked(PhoneView phone) {
        String text = "%s（%s）登记手机“%s”，核对码 %s。请与本人核对手机屏幕上的核对码后确认。"
                .formatted(
                        phone.owner().name(),
                        names.employer(phone.owner().employer()),
                        phone.device(),
                        phone.checkCode());
        tell(phone, "手机待确认：" + phone.owner().name(), text);
    }

    void confirmed(PhoneView phone) {
        tell(
                phone,
                "手机已确认：" + phone.owner().name(),
                phone.confirmed().byName() + " 确认手机“" + phone.device() + "”。不是本人登记的，请立即锁定。");
    }

    void locked(PhoneView phone) {
        tell(
                phone,
                "手机已锁定：" + phone.owner().name(),
                phone.locked().byName() + " 锁定手机“" + phone.device() + "”："
                        + phone.locked().text());
    }

    private void tell(PhoneView phone, String title, String text) {
        List.of(STATION, phone.owner().employer())
                .forEach(to -> notices.send(new Notice(
                        "phone:%s:%s:%s".formatted(phone.id(), phone.state(), to),
                        to,
                        title,
                        text,
                        "/phones/" + phone.id(),
                        null)));
    }
}
