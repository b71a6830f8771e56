package org.jianzheng.records.seal;

/** How many bytes the DER value takes with which they begin; what lies inside is not looked at. */
final class DerLength {

    private DerLength() {}

    /** @throws IllegalArgumentException where it has no definite length or is longer than the bytes */
    static int of(byte[] value) {
        int first = value[1] & 0xFF;
        int digits = first & 0x7F;
        boolean definite = first < 0x80 || digits >= 1 && digits <= 3;
        if (!definite) {
            throw new IllegalArgumentException("No definite length");
        }
        int length = first;
        int head = 2;
        if (first >= 0x80) {
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | value[head++] & 0xFF;
            }
        }
        if (head + length > value.length) {
            throw new IllegalArgumentException("Longer than what is there");
        }
        return head + length;
    }
}
