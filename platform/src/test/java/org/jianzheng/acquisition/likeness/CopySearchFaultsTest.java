package org.jianzheng.acquisition.likeness;

import org.junit.jupiter.api.Tag;

/** The same among 10,042 stored curves, with 10,003 honest ones held against all. Its figures stand in ADR 17. */
@Tag("faults")
class CopySearchFaultsTest extends CopySearchTest {

    @Override
    int each() {
        return 1430;
    }

    @Override
    int copies() {
        return 1000;
    }

    @Override
    int honest() {
        return 1429;
    }

    @Override
    int rounds() {
        return 10;
    }
}
