package org.jianzheng.face.portrait;

import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes portraits of people whose registration has ended, every hour. */
@Component
class PortraitSweep {

    private static final Logger log = LoggerFactory.getLogger(PortraitSweep.class);

    private final FacePortraits portraits;
    private final Identity identity;

    PortraitSweep(FacePortraits portraits, Identity identity) {
        this.portraits = portraits;
        this.identity = identity;
    }

    @Scheduled(initialDelay = 150_000, fixedDelay = 3_600_000)
    void run() {
        int ended = identity.as(Person.SYSTEM, portraits::endUnregistered);
        if (ended > 0) {
            log.info("{} portraits deleted: their people are registered no more", ended);
        }
    }
}
