package org.jianzheng.registration.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jianzheng.kernel.RuleBroken;

/** Few workbooks are read at once: each may take a hundred megabytes while it is. */
final class WorkbookTurns {

    private static final int AT_ONCE = 2;
    private static final int SECONDS = 20;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @throws RuleBroken also when others take too long */
    void read(Path file, SheetHandler.RowReader rows) throws IOException {
        if (!taken()) {
            throw RuleBroken.at("file", "registration.import.busy");
        }
        try {
            SheetReader.read(file, rows);
        } finally {
            free.release();
        }
    }

    private boolean taken() {
        try {
            return free.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
