package org.jianzheng.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Codes, numbers and logins by which a thing is found again. Databases find them whatever their case and width; so do
 * people, who see no blank at the end and no mark of no width.
 */
public final class KeyText {

    // Marks of no width, marks of direction and control characters, byte order marks among them; line breaks stay.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private KeyText() {}

    /** Any text without what nobody sees. */
    public static String visible(String typed) {
        return UNSEEN.matcher(typed).replaceAll("").strip();
    }

    /** A key in one way of writing: half-width, one kind of dash, single blanks and none around it. Its case stays. */
    public static String written(String typed) {
        String half = Normalizer.normalize(visible(typed), Normalizer.Form.NFKC);
        return DASHES.matcher(BLANKS.matcher(half).replaceAll(" "))
                .replaceAll("-")
                .strip();
    }

    /** Equal for keys that name one thing; never shown. */
    public static String compared(String key) {
        String apart = Normalizer.normalize(written(key), Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    public static boolean same(String one, String other) {
        return compared(one).equals(compared(other));
    }
}
