package org.jianzheng.registration.excel;

/**
 * A cell as it was read.
 *
 * @param text as it should have been typed: dates as 2026-11-23, numbers without exponent
 * @param shown as the spreadsheet shows it
 */
record SheetCell(String text, Kind kind, String shown) {

    SheetCell(String text, Kind kind) {
        this(text, kind, text);
    }

    enum Kind {
        TEXT,
        NUMBER,
        /** A number of which the spreadsheet has lost digits. */
        ROUNDED,
        PERCENT,
        DATE,
        LOGICAL,
        FORMULA,
        FAULT
    }
}
