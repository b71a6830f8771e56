package org.jianzheng.console.web;

import org.junit.jupiter.api.Tag;

/** The same for many hands. */
@Tag("faults")
class RandomInputFaultsTest extends RandomInputModuleTest {

    private static final int TIMES = 200;

    @Override
    int times() {
        return TIMES;
    }
}
