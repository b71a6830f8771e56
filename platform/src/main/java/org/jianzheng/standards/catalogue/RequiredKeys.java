package org.jianzheng.standards.catalogue;

import java.util.List;
import java.util.regex.Pattern;

/** What a folder has to say. */
final class RequiredKeys {

    private static final Pattern CODE = Pattern.compile("\\w+(-\\w+)*");

    private RequiredKeys() {}

    /** @throws IllegalArgumentException naming what is missing */
    static <T> void value(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    /** What rows of the database and names of forms are made of. */
    static void code(String field, String code, int longest) {
        value(field, code);
        if (code.length() > longest || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "%s: %s is no code of at most %d letters".formatted(field, code, longest));
        }
    }

    /** @throws IllegalArgumentException naming what is missing or empty */
    static <T> List<T> list(String field, List<T> values) {
        value(field, values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        return List.copyOf(values);
    }
}
