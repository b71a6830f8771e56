package org.jianzheng.standards.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value that a report prints, above the single values or in a column of them.
 *
 * @param key its name in the signed content; never changed once reports have it
 * @param unit behind the value, or beneath the column's heading; null for none
 * @param of where it is taken from; by default a fact of the result above the tables, a figure of the specimen in them
 * @param from its name there; by default the key
 * @param width of its column against the others'; by default 1
 * @param words what is printed for a code
 * @param material whether it says which material of which quantity: a retest must say the same
 */
public record ReportValue(
        String key,
        TestItem.Name label,
        String unit,
        ReportSource of,
        String from,
        Integer width,
        Map<String, TestItem.Name> words,
        Boolean material) {

    // What YAML makes of a plain no or yes is no key either.
    private static final Pattern KEY = Pattern.compile("(?!true$|false$)[a-z][A-Za-z0-9]*");

    public ReportValue {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("report: " + key + " is no key");
        }
        if (label == null) {
            throw new IllegalArgumentException("report: " + key + " has no label");
        }
        from = from == null ? key : from;
        width = width == null ? 1 : width;
        words = words == null ? Map.of() : Map.copyOf(words);
        material = material != null && material;
        if (width < 1) {
            throw new IllegalArgumentException("report: " + key + " has no width");
        }
    }

    ReportValue or(ReportSource usual) {
        return of == null ? new ReportValue(key, label, unit, usual, from, width, words, material) : this;
    }

    /** The words for a code; what has none is printed as it is. */
    public String said(String value) {
        return words.containsKey(value) ? words.get(value).zh() : value;
    }
}
