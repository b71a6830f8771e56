package org.jianzheng.registration.excel;

import org.junit.jupiter.api.Tag;

/** The same for many hands. */
@Tag("faults")
class RandomWorkbookFaultsTest extends RandomWorkbookTest {

    private static final int TIMES = 20_000;

    @Override
    int times() {
        return TIMES;
    }
}
