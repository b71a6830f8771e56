package org.jianzheng.workflow;

import org.junit.jupiter.api.Tag;

/** The same for many hands. */
@Tag("faults")
class RandomTasklistInputFaultsTest extends RandomTasklistInputTest {

    private static final int TIMES = 5_000;

    @Override
    int times() {
        return TIMES;
    }
}
