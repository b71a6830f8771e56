package org.jianzheng.standards;

import java.util.List;

/** What a folder has to say. */
final class Required {

    private Required() {}

    /** @throws IllegalArgumentException naming what is missing */
    static <T> void value(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
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
