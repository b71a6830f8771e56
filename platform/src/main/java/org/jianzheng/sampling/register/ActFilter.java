package org.jianzheng.sampling.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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
        return new ActFilter(day("from", from), day("until", until), project, item, lab, person, state);
    }

    private static LocalDate day(String field, String typed) {
        try {
            return given(typed) ? LocalDate.parse(typed.strip()) : null;
        } catch (DateTimeParseException wrong) {
            throw RuleBroken.at(field, "sampling.register.day", typed);
        }
    }

    static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
