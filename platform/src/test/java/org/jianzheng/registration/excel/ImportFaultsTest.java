package org.jianzheng.registration.excel;

import org.junit.jupiter.api.Tag;

/** The same with the largest workbook there is. */
@Tag("faults")
class ImportFaultsTest extends ImportModuleTest {

    @Override
    int rightRows() {
        return WorkbookWriter.MOST_ROWS;
    }
}
