package org.jianzheng.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people type or paste it, and the only reader of such. Full-width signs mean what they look like; whatever
 * could be read in two ways is refused in words: nothing typed is left out, moved or guessed.
 *
 * @param text as it was read: half-width, nothing invisible, no blanks around it
 */
public record TypedNumber(String text) {

    /** Nothing measured here has more signs, and computing with more would cost. */
    private static final int LONGEST = 40;

    /** Full-width forms of the signs from ! to ~ stand this far above them. */
    private static final int FULL_WIDTH = '！' - '!';

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9.]+\\s*([eE]\\s*[+-]?[0-9]+|[×xX*]\\s*10.*)");
    private static final Pattern GROUPED = Pattern.compile("[0-9.+\\-,'_\\h]*[,'_\\h][0-9.+\\-,'_\\h]*");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.+-]*");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\h\\v]+|[\\s\\h\\v]+$");

    /** Why a text is not read as a number. */
    private enum Flaw {
        /** {@code 1,200} is 1200 to one reader and 1.2 to another. */
        GROUPED("kernel.number.grouped"),
        /** {@code 1e3}: no machine shows a force so. */
        EXPONENT("kernel.number.exponent"),
        /** {@code 25.3 kN}: a kilonewton typed where newtons are asked for must not pass for them. */
        WORDS("kernel.number.words"),
        /** {@code 1.2.3}, {@code .5}, {@code 5.}: a sign was lost, or one is too many. */
        INCOMPLETE("kernel.number.incomplete"),
        LONG("kernel.number.long");

        private final String code;

        Flaw(String code) {
            this.code = code;
        }
    }

    public TypedNumber {
        StringBuilder half = new StringBuilder(text.length());
        for (char sign : INVISIBLE.matcher(text).replaceAll("").toCharArray()) {
            half.append(half(sign));
        }
        text = AROUND.matcher(half).replaceAll("");
    }

    private static char half(char sign) {
        if (sign >= '！' && sign <= '～') {
            return (char) (sign - FULL_WIDTH);
        }
        return switch (sign) {
            case '。', '｡' -> '.';
            case '、' -> ',';
            case '−' -> '-';
            default -> sign;
        };
    }

    /**
     * The number with the digits that were typed.
     *
     * @param field the form field or JSON member it stands in
     * @param label what people call that: a text, or something the message source can say
     * @throws RuleBroken when it cannot be read in one way only, with the way out
     */
    public BigDecimal at(String field, Object label) {
        Optional<Flaw> flaw = flaw();
        if (flaw.isPresent()) {
            throw RuleBroken.at(field, flaw.get().code, label, shown());
        }
        return new BigDecimal(text);
    }

    private Optional<Flaw> flaw() {
        if (text.length() > LONGEST) {
            return Optional.of(Flaw.LONG);
        }
        if (DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        if (EXPONENT.matcher(text).matches()) {
            return Optional.of(Flaw.EXPONENT);
        }
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(Flaw.GROUPED);
        }
        return Optional.of(NUMERIC.matcher(text).matches() ? Flaw.INCOMPLETE : Flaw.WORDS);
    }

    private String shown() {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
