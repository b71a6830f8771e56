package org.jianzheng.registry.personal;

/** Personal numbers as far as others need to see them. */
final class Masks {

    private Masks() {}

    /** Province and city, then the last two: {@code 6103************12}. */
    static String idNumber(String number) {
        return mask(number, 4, 2);
    }

    /** {@code 138****1234}. */
    static String phone(String number) {
        return mask(number, 3, 4);
    }

    private static String mask(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return "*".repeat(text.length());
        }
        String hidden = "*".repeat(text.length() - head - tail);
        return text.substring(0, head) + hidden + text.substring(text.length() - tail);
    }
}
