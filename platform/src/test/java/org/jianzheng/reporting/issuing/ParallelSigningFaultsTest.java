package org.jianzheng.reporting.issuing;

import org.junit.jupiter.api.Tag;

/** The same with many who sign at once. */
@Tag("faults")
class ParallelSigningFaultsTest extends ParallelSigningModuleTest {

    @Override
    int issuers() {
        return 30;
    }
}
