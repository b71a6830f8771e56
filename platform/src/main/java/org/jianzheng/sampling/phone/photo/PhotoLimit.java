package org.jianzheng.sampling.phone.photo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Few photos are looked at at once: each takes a processor, and up to a hundred megabytes, while it is read. Some more may wait
 * for that; others are told to come again, so that a city's photos do not take every thread from whoever wants a page.
 */
@Component
class PhotoLimit {

    static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** With those that wait. */
    static final int ROOM = AT_ONCE + 32;

    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final Semaphore room = new Semaphore(ROOM);

    /** @throws PhotosBusy where too many wait, or those before it take too long */
    <T> T take(Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw new PhotosBusy();
        }
        try {
            return whenFree(work);
        } finally {
            room.release();
        }
    }

    private <T> T whenFree(Supplier<T> work) {
        if (!waited()) {
            throw new PhotosBusy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean waited() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether another one may wait at this moment: else nothing more need be asked. */
    boolean hasRoom() {
        return room.availablePermits() > 0;
    }
}
