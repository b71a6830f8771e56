package org.jianzheng.reporting.verifying;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.reporting.singles.SingleValues;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What a code or a file is worth.
 *
 * @param reason why, as the last part of a message key: each kind of forgery has its own
 * @param reportNo the number it bears or claims, or null
 * @param facts what is proven of the report; null where nothing is
 */
public record Verification(Status status, Reason reason, String reportNo, Facts facts) {

    /** The words of the public interface. */
    public enum Status {
        VALID,
        RECALLED,
        REPLACED,
        UNKNOWN,
        FORGED
    }

    public enum Reason {
        GENUINE,
        RECALLED,
        REPLACED,
        /** The code was made up or altered. */
        TOKEN_FORGED,
        /** The code was signed with a key this platform does not have. */
        KEY_UNKNOWN,
        /** Signed here, but no report of that number was ever issued. */
        NUMBER_UNKNOWN,
        /** Signed here, but not for what was issued under that number. */
        CONTENT_DIFFERS,
        /** It seems to have been issued, but the platform cannot prove at present what it says or what became of it. */
        UNPROVEN,
        /** The file was sealed and then changed. */
        FILE_CHANGED,
        /** The file bears a seal of nobody's here. */
        SEAL_UNKNOWN,
        /** The file bears no seal, or is no PDF. */
        NOT_SEALED
    }

    public boolean valid() {
        return status == Status.VALID;
    }

    /**
     * What anybody who holds the report may compare it with: what paper forgers change. People's names are masked.
     *
     * @param lines the report's other facts, in the order they are shown
     * @param items requirement, result and verdict of each judged item
     * @param singles the single values of the specimens
     * @param curves what is printed below each force-time curve; empty where no machine sent any
     * @param note what is printed across it, such as that it does not serve for acceptance; or null
     * @param replacedBy the number that stands in its place, or null
     * @param pdfSha256 of the one genuine file
     */
    public record Facts(
            String reportNo,
            String title,
            String labName,
            String conclusion,
            String conclusionText,
            LocalDate issuedOn,
            String signatory,
            List<Fact> lines,
            List<Map<String, String>> items,
            List<Single> singles,
            List<Map<String, String>> curves,
            String note,
            String replacedBy,
            String pdfSha256) {}

    /** @param label where the item's own; otherwise {@code key} is the last part of its message key */
    public record Fact(String key, SingleValues.Label label, String value) {

        /** In the language of the page; null where a message says it. */
        public String said() {
            return label == null ? null : inLanguageOfPage(label);
        }
    }

    /**
     * A kind of value over the specimens in their order.
     *
     * @param unit or null
     * @param values one a specimen, or just one where it is the same for all
     */
    public record Single(String key, SingleValues.Label label, String unit, List<String> values, int span) {

        /** In the language of the page, with its unit. */
        public String said() {
            return unit == null ? inLanguageOfPage(label) : inLanguageOfPage(label) + " " + unit;
        }
    }

    private static String inLanguageOfPage(SingleValues.Label label) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? label.en() : label.zh().replace("　", "");
    }
}
