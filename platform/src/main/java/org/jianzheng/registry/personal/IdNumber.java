package org.jianzheng.registry.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jianzheng.kernel.RuleBroken;

/** A citizen identification number (GB 11643): region, day of birth, sequence, check character. */
public final class IdNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-8]\\d{16}[\\dX]");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final String CHECKS = "10X98765432";
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final String digits;

    private IdNumber(String digits) {
        this.digits = digits;
    }

    /** @throws RuleBroken naming what is wrong with it, never the number itself */
    public static IdNumber of(String typed, LocalDate today) {
        String digits = typed.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(digits).matches()) {
            throw RuleBroken.at("idNumber", "registration.id.shape");
        }
        LocalDate born = born(digits);
        if (born.isBefore(OLDEST) || born.isAfter(today)) {
            throw RuleBroken.at("idNumber", "registration.id.born");
        }
        if (digits.charAt(17) != check(digits)) {
            throw RuleBroken.at("idNumber", "registration.id.check");
        }
        return new IdNumber(digits);
    }

    private static LocalDate born(String digits) {
        try {
            return LocalDate.parse(digits.substring(6, 14), DAY);
        } catch (DateTimeException noSuchDay) {
            throw RuleBroken.at("idNumber", "registration.id.born");
        }
    }

    // ISO 7064 MOD 11-2: weights are powers of two, from the left 2^17 to 2^1.
    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(digits.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return CHECKS.charAt(sum % 11);
    }

    /** In how many places two numbers differ: one or two is more often a slip of the pen than another person. */
    public static int distance(String one, String other) {
        if (one.length() != other.length()) {
            return Math.max(one.length(), other.length());
        }
        return (int) IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }

    public String digits() {
        return digits;
    }

    /** 男 or 女: odd and even sequence numbers. */
    public String sex() {
        return Character.digit(digits.charAt(16), 10) % 2 == 1 ? "男" : "女";
    }

    @Override
    public String toString() {
        return Masks.idNumber(digits);
    }
}
