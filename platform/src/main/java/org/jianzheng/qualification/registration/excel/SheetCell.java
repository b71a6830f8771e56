package org.jianzheng.qualification.registration.excel;

/** A cell as it was read. @param text as it should have been typed: dates as 2026-11-23, numbers without exponent */
record SheetCell(String text, Kind kind) {

    enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        FAULT
    }
}
