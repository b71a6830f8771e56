package org.jianzheng.breach.sweep;

import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps soon after midnight in the city, when days have changed. */
@Component
class NightlySweep {

    private final Sweep sweep;
    private final Identity identity;

    NightlySweep(Sweep sweep, Identity identity) {
        this.sweep = sweep;
        this.identity = identity;
    }

    @Scheduled(cron = "${jianzheng.qualification.sweep:0 10 0 * * *}", zone = "Asia/Shanghai")
    void sweep() {
        identity.as(Person.SYSTEM, sweep::run);
    }
}
