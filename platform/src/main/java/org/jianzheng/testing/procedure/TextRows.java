package org.jianzheng.testing.procedure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of figures as text, in the order they are printed. */
public final class TextRows {

    private TextRows() {}

    /** What was not measured is left out. */
    public static Map<String, String> row(Object... keysAndValues) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null) {
                row.put((String) keysAndValues[i], keysAndValues[i + 1].toString());
            }
        }
        return row;
    }
}
