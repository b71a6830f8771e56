package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;

/**
 * One declared input of a method: the reader refuses what does not fit it, the trial page draws its form from it.
 *
 * @param unit kN, N, MPa, mm, g, Hz or empty
 * @param list whether a list of such values is given, with {@code least} to {@code most} of them
 * @param choices the words of a CHOICE; empty for other kinds
 * @param bounds what a DECIMAL may be
 * @param members the fields of a GROUP; empty for other kinds
 */
public record Field(
        String name,
        Kind kind,
        String unit,
        boolean required,
        boolean list,
        int least,
        int most,
        List<String> choices,
        Bounds bounds,
        List<Field> members) {

    /**
     * What a decimal may be; null members bound nothing.
     *
     * @param above it must be greater than this
     * @param from it must be at least this
     * @param until it must be at most this: a wrong unit shows here
     * @param places it has no more decimals than this: a result that the method rounds is given as rounded
     */
    public record Bounds(BigDecimal above, BigDecimal from, BigDecimal until, Integer places) {
        static final Bounds NONE = new Bounds(null, null, null, null);
    }

    /** What a value looks like. */
    public enum Kind {
        DECIMAL,
        CHOICE,
        FLAG,
        GROUP
    }

    static Field decimal(String name, String unit) {
        return new Field(name, Kind.DECIMAL, unit, true, false, 1, 1, List.of(), Bounds.NONE, List.of());
    }

    /** Greater than zero, at most {@code until}. */
    static Field positive(String name, String unit, String until) {
        return decimal(name, unit).bounded(BigDecimal.ZERO, null, new BigDecimal(until));
    }

    /** Zero or more, at most {@code until}. */
    static Field unsigned(String name, String unit, String until) {
        return decimal(name, unit).bounded(null, BigDecimal.ZERO, new BigDecimal(until));
    }

    static Field choice(String name, String unit, List<String> choices) {
        return new Field(name, Kind.CHOICE, unit, true, false, 1, 1, choices, Bounds.NONE, List.of());
    }

    static Field choice(String name, String... choices) {
        return choice(name, "", List.of(choices));
    }

    static Field flag(String name) {
        return new Field(name, Kind.FLAG, "", true, false, 1, 1, List.of(), Bounds.NONE, List.of());
    }

    static Field group(String name, Field... members) {
        return new Field(name, Kind.GROUP, "", true, false, 1, 1, List.of(), Bounds.NONE, List.of(members));
    }

    Field optional() {
        return new Field(name, kind, unit, false, list, least, most, choices, bounds, members);
    }

    Field many(int fewest, int greatest) {
        return new Field(name, kind, unit, required, true, fewest, greatest, choices, bounds, members);
    }

    Field bounded(BigDecimal exclusive, BigDecimal inclusive, BigDecimal top) {
        return new Field(
                name,
                kind,
                unit,
                required,
                list,
                least,
                most,
                choices,
                new Bounds(exclusive, inclusive, top, bounds.places()),
                members);
    }

    /** Given as rounded, to so many decimals: more would be judged and not shown. */
    Field rounded(int places) {
        Bounds rounded = new Bounds(bounds.above(), bounds.from(), bounds.until(), places);
        return new Field(name, kind, unit, required, list, least, most, choices, rounded, members);
    }
}
