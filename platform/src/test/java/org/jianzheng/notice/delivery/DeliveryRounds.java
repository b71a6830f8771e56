package org.jianzheng.notice.delivery;

import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/** What waits is sent now; done when all of it was answered. */
public final class DeliveryRounds {

    private DeliveryRounds() {}

    public static void run(ApplicationContext platform) {
        platform.getBean(Deliveries.class)
                .start()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
