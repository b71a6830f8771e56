package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;

/**
 * One declared input of a method: the reader refuses what does not fit it, the trial page draws its form from it.
 *
 * @param unit kN, N, MPa, mm, g, Hz or empty
 * @param list whether a list of such values is given, with {@code least} to {@code most} of them
 * @param choices the words of a CHOICE; empty for other kinds
 * @param above values must be greater than this; null for no such bound
 * @param from values must be at least this; null for no such bound
 * @param until values must be at most this: a wrong unit shows here; null for no such bound
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
        BigDecimal above,
        BigDecimal from,
        BigDecimal until,
        List<Field> members) {

    /** What a value looks like. */
    public enum Kind {
        DECIMAL,
        CHOICE,
        FLAG,
        GROUP
    }

    static Field decimal(String name, String unit) {
        return new Field(name, Kind.DECIMAL, unit, true, false, 1, 1, List.of(), null, null, null, List.of());
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
        return new Field(name, Kind.CHOICE, unit, true, false, 1, 1, choices, null, null, null, List.of());
    }

    static Field choice(String name, String... choices) {
        return choice(name, "", List.of(choices));
    }

    static Field flag(String name) {
        return new Field(name, Kind.FLAG, "", true, false, 1, 1, List.of(), null, null, null, List.of());
    }

    static Field group(String name, Field... members) {
        return new Field(name, Kind.GROUP, "", true, false, 1, 1, List.of(), null, null, null, List.of(members));
    }

    Field optional() {
        return new Field(name, kind, unit, false, list, least, most, choices, above, from, until, members);
    }

    Field many(int fewest, int greatest) {
        return new Field(name, kind, unit, required, true, fewest, greatest, choices, above, from, until, members);
    }

    Field bounded(BigDecimal exclusive, BigDecimal inclusive, BigDecimal top) {
        return new Field(name, kind, unit, required, list, least, most, choices, exclusive, inclusive, top, members);
    }
}
