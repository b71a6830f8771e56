package org.jianzheng.sampling.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;

/**
 * Which lines of a register. Whatever is null or blank lets everything through.
 *
 * @param from first day of the period
 * @param until its last day
 * @param project its code
 * @param item code of the tested item
 * @param lab code of the laboratory
 * @param person part of the name of who took or witnessed
 * @param state of the sample
 */
public record ActFilter(
        LocalDate from, LocalDate until, String project, String item, String lab, String person, String state) {

    /** States that a taken sample may be in. */
    public static final List<String> STATES = List.of("TAKEN", "WITNESSED", "RECEIVED", "REFUSED", "LATE");

    public ActFilter {
        if (given(state) && !STATES.contains(state)) {
            throw RuleBroken.at("state", "sampling.register.state", state);
        }
        if (from != null && until != null && from.isAfter(until)) {
            throw RuleBroken.at("until", "sampling.register.period", from, until);
        }
    }

    /** As an address has it. */
    public static ActFilter of(
            String from, String until, String project, String item, String lab, String person, String state) {
        FormValues days = new FormValues(Map.of("from", text(from), "until", text(until)));
        return new ActFilter(
                days.date("from").orElse(null), days.date("until").orElse(null), project, item, lab, person, state);
    }

    private static String text(String asked) {
        return asked == null ? "" : asked;
    }

    static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
