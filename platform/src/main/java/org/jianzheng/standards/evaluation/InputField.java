package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.List;

/**
 * One declared input of a method: the reader refuses what does not fit it, the trial page draws its form from it.
 *
 * @param unit kN, N, MPa, mm, g, Hz or empty
 * @param count how many values are given
 * @param choices the words of a CHOICE; empty for other kinds
 * @param bounds what a DECIMAL may be
 * @param members the fields of a GROUP; empty for other kinds
 * @param source who gives it; of a GROUP its members say
 */
public record InputField(
        String name,
        Kind kind,
        String unit,
        boolean required,
        Count count,
        List<String> choices,
        Bounds bounds,
        List<InputField> members,
        Source source) {

    /** @param list whether a list of values is given, with {@code least} to {@code most} of them */
    public record Count(boolean list, int least, int most) {
        static final Count ONE = new Count(false, 1, 1);
    }

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

    /** @param question which open question of the standards (D1 to D17) a POLICY answers; empty for other origins */
    public record Source(Origin origin, String question) {
        static final Source TYPED = new Source(Origin.TYPED, "");
    }

    /** Who gives an input. The tester who is checked by a result gives only what is TYPED. */
    public enum Origin {
        /** The order fixes it: grade, size, curing, edition, class, stage, design age. */
        COMMISSIONED,
        /** The laboratory's approved choice where a standard leaves room, copied to the order at acceptance. */
        POLICY,
        /** A sealed run of a testing machine. */
        MACHINE,
        /** The tester reads it off and types it; a force too, where no machine is connected. */
        TYPED,
        /** It follows from another evaluation or another record. */
        DERIVED
    }

    /** What a value looks like. */
    public enum Kind {
        DECIMAL,
        CHOICE,
        FLAG,
        GROUP
    }

    public static InputField decimal(String name, String unit) {
        return of(name, Kind.DECIMAL, unit, List.of(), List.of());
    }

    /** Greater than zero, at most {@code until}. */
    public static InputField positive(String name, String unit, String until) {
        return decimal(name, unit).bounded(BigDecimal.ZERO, null, new BigDecimal(until));
    }

    /** Zero or more, at most {@code until}. */
    public static InputField unsigned(String name, String unit, String until) {
        return decimal(name, unit).bounded(null, BigDecimal.ZERO, new BigDecimal(until));
    }

    public static InputField choice(String name, String unit, List<String> choices) {
        return of(name, Kind.CHOICE, unit, choices, List.of());
    }

    public static InputField choice(String name, String... choices) {
        return choice(name, "", List.of(choices));
    }

    public static InputField flag(String name) {
        return of(name, Kind.FLAG, "", List.of(), List.of());
    }

    public static InputField group(String name, InputField... members) {
        return of(name, Kind.GROUP, "", List.of(), List.of(members));
    }

    private static InputField of(String name, Kind kind, String unit, List<String> choices, List<InputField> members) {
        return new InputField(name, kind, unit, true, Count.ONE, choices, Bounds.NONE, members, Source.TYPED);
    }

    public boolean list() {
        return count.list();
    }

    public int least() {
        return count.least();
    }

    public int most() {
        return count.most();
    }

    public Origin origin() {
        return source.origin();
    }

    public InputField optional() {
        return new InputField(name, kind, unit, false, count, choices, bounds, members, source);
    }

    public InputField many(int fewest, int greatest) {
        Count many = new Count(true, fewest, greatest);
        return new InputField(name, kind, unit, required, many, choices, bounds, members, source);
    }

    public InputField bounded(BigDecimal exclusive, BigDecimal inclusive, BigDecimal top) {
        return within(new Bounds(exclusive, inclusive, top, bounds.places()));
    }

    /** Given as rounded, to so many decimals: more would be judged and not shown. */
    public InputField rounded(int places) {
        return within(new Bounds(bounds.above(), bounds.from(), bounds.until(), places));
    }

    private InputField within(Bounds other) {
        return new InputField(name, kind, unit, required, count, choices, other, members, source);
    }

    public InputField commissioned() {
        return from(Origin.COMMISSIONED, "");
    }

    /** @param question D1 to D17 of the decisions kept with a result */
    public InputField policy(String question) {
        return from(Origin.POLICY, question);
    }

    public InputField machine() {
        return from(Origin.MACHINE, "");
    }

    public InputField derived() {
        return from(Origin.DERIVED, "");
    }

    private InputField from(Origin origin, String question) {
        Source other = new Source(origin, question);
        return new InputField(name, kind, unit, required, count, choices, bounds, members, other);
    }
}
