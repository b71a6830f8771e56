package org.jianzheng.sampling.phone.web;

import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.BrowserSubscription;
import org.jianzheng.notice.NoticeWays;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.phone.PhoneState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The app asks to be told of new tasks: on a phone that the station has confirmed, and on no other. */
@RestController
class PushApi {

    private static final String PUSH = "/m/api/push";

    private final NoticeWays ways;
    private final PhoneRegistrations phones;
    private final Identity identity;

    PushApi(NoticeWays ways, PhoneRegistrations phones, Identity identity) {
        this.ways = ways;
        this.phones = phones;
        this.identity = identity;
    }

    /** @param key that browsers subscribe with, or null where push is off */
    record Offer(String key) {}

    @GetMapping(PUSH)
    Offer offer() {
        return new Offer(ways.pushKey().orElse(null));
    }

    /** @param phone thumbprint of the phone's key */
    record Asked(String phone, String endpoint, String p256dh, String auth, String language) {}

    /** @param on whether that browser is told now */
    record Standing(boolean on) {}

    @PostMapping(PUSH)
    Standing subscribe(@RequestBody Asked asked) {
        boolean own = phones.byKey(asked.phone() == null ? "" : asked.phone())
                .filter(phone -> phone.state() == PhoneState.CONFIRMED)
                .filter(phone ->
                        phone.owner().username().equals(identity.acting().username()))
                .isPresent();
        if (!own) {
            throw new RuleBroken("sampling.phone.toConfirm");
        }
        ways.subscribe(
                new BrowserSubscription(asked.endpoint(), asked.p256dh(), asked.auth()),
                asked.phone(),
                asked.language());
        return new Standing(true);
    }

    /** A browser that was subscribed once: for whom, the server knows. */
    record Browser(String endpoint) {}

    @PostMapping(PUSH + "/standing")
    Standing standing(@RequestBody Browser browser) {
        return new Standing(browser.endpoint() != null && ways.isSubscribed(browser.endpoint()));
    }

    @PostMapping(PUSH + "/off")
    Standing unsubscribe(@RequestBody Browser browser) {
        if (browser.endpoint() != null) {
            ways.unsubscribe(browser.endpoint());
        }
        return new Standing(false);
    }
}
