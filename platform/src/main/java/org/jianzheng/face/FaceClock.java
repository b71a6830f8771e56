package org.jianzheng.face;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares what waits every two seconds and reminds every ten minutes; tests do both themselves. */
@Component
@ConditionalOnProperty(name = "jianzheng.face.clock", havingValue = "true", matchIfMissing = true)
class FaceClock {

    private final FaceComparing comparing;
    private final FaceReminders reminders;

    FaceClock(FaceComparing comparing, FaceReminders reminders) {
        this.comparing = comparing;
        this.reminders = reminders;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 2_000)
    void compare() {
        comparing.round();
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 600_000)
    void remind() {
        reminders.run();
    }
}
