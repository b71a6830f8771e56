package org.jianzheng.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of figures as text, in the order they are printed. */
final class Rows {

    private Rows() {}

    /** What was not measured is left out. */
    static Map<String, String> row(String... keysAndValues) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null) {
                row.put(keysAndValues[i], keysAndValues[i + 1]);
            }
        }
        return row;
    }
}
