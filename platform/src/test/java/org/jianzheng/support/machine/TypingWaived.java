package org.jianzheng.support.machine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.manualentry.TypingWaiverState;
import org.jianzheng.manualentry.TypingWaiverView;
import org.jianzheng.manualentry.TypingWaivers;
import org.jianzheng.support.As;
import org.jianzheng.support.MutableClock;
import org.springframework.context.ApplicationContext;

/** Waivers of the station for laboratory BJ01, by which tests go on typing what a connected machine would send. */
public final class TypingWaived {

    private static final int DAYS = 366;

    private final TypingWaivers waivers;
    private final Clock clock;

    public TypingWaived(ApplicationContext platform) {
        waivers = platform.getBean(TypingWaivers.class);
        clock = platform.getBean(Clock.class);
    }

    /** Asks and grants where there is none. */
    public void forItems(String lab, String... items) {
        if (!(clock instanceof MutableClock moved)) {
            grant(lab, items);
            return;
        }
        // From yesterday on, for those as well who have not set the clock on, or who play a day that has just ended.
        try (var before = moved.present()) {
            moved.advance(Duration.ofDays(-1));
            grant(lab, items);
        }
    }

    private void grant(String lab, String... items) {
        for (String item : items) {
            if (granted(lab, item).isEmpty()) {
                String from = CityTime.today(clock).toString();
                String until = CityTime.today(clock).plusDays(DAYS).toString();
                String id = As.person(
                        "labadmin",
                        () -> waivers.ask(Map.of("item", item, "from", from, "until", until, "reason", "设备改造")));
                As.person("supervisor", () -> waivers.decide(id, "GRANTED", "同意"));
            }
        }
    }

    /** The station takes back what there is for the item. */
    public void revoke(String lab, String item) {
        granted(lab, item).forEach(waiver -> As.person("supervisor", () -> waivers.revoke(waiver.id(), "设备已恢复自动采集")));
    }

    private List<TypingWaiverView> granted(String lab, String item) {
        return As.person("supervisor", () -> waivers.list(0, 100).items()).stream()
                .filter(waiver -> waiver.state() == TypingWaiverState.GRANTED
                        && waiver.labCode().equals(lab)
                        && waiver.request().item().equals(item))
                .toList();
    }
}
