package org.jianzheng.reporting.verifying;

/** A person's name as strangers may read it: the family name, and a star for each character that follows. */
final class MaskedName {

    private MaskedName() {}

    static String of(String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }
}
