package org.jianzheng.records.number;

/** A number of a series, {@code BJ01-WT-2026-00001}; whether it was issued is another question. */
public record SerialNumber(String kind, String labCode, int year, int serial) {

    public String text() {
        return "%s-%s-%d-%05d".formatted(labCode, kind, year, serial);
    }

    public SerialNumber withSerial(int other) {
        return new SerialNumber(kind, labCode, year, other);
    }
}
