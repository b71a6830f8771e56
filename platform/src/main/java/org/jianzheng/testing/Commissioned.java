package org.jianzheng.testing;

/** What the commission says about the material binds the record: another grade on the machine is another sample. */
final class Commissioned {

    private Commissioned() {}

    /** Refuses an entry that is not what was commissioned; where the commission says nothing, any entry will do. */
    static String same(Entered entered, String field, String commissioned) {
        String value = entered.required(field, 30);
        String wanted = plain(commissioned);
        if (wanted != null && !wanted.equals(value)) {
            throw entered.broken(field, "testing.record.notAsCommissioned", value, wanted);
        }
        return value;
    }

    static String plain(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
