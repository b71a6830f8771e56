package org.jianzheng.commission.order;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.Superseded;

/**
 * By which edition an order wants its sample judged. One that is superseded serves only for work begun before its end, and
 * whoever orders says so; a text that names another standard than the one that judges is no order.
 */
record EditionOrder(TestItem item, String standard) {

    /** Of the order's details, where its edition is superseded. */
    static final String REASON = "editionReason";

    static final int LONGEST = 200;
    private static final int SHORTEST = 4;
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d{4})");

    /**
     * The details with the reason, where one is needed.
     *
     * @throws RuleBroken where the edition ended before that day and no reason is given
     */
    void explain(Map<String, String> details, CommissionForm asked, LocalDate day, boolean older) {
        Optional<Superseded> ended = Standards.superseded(standard, day);
        String reason = asked.form().text(REASON, LONGEST);
        if (ended.isEmpty() || reason.isEmpty() && older) {
            return;
        }
        if (reason.length() < SHORTEST) {
            throw RuleBroken.at(
                    REASON,
                    "commission.edition.superseded",
                    standard,
                    ended.get().lastDay(),
                    ended.get().by());
        }
        details.put(REASON, reason);
    }

    /** @throws RuleBroken where the text names a standard of the item, or a year of it, that does not judge this order */
    void requireNamed(String requirements) {
        String text = plain(requirements);
        item.standards().judged().stream()
                .filter(other -> !other.equals(standard) && isNamed(text, other))
                .findFirst()
                .ifPresent(other -> {
                    throw RuleBroken.at("requirements", "commission.requirements.other", other, standard);
                });
    }

    private boolean isNamed(String text, String other) {
        String number = number(other, 1);
        return text.contains(number + "-" + number(other, 2))
                || !number.equals(number(standard, 1)) && text.contains(number);
    }

    private static String number(String standard, int part) {
        Matcher read = NUMBER.matcher(standard);
        return read.find() ? read.group(part) : standard;
    }

    private static String plain(String text) {
        return text.replaceAll("[—–－]", "-").replaceAll("\\s", "");
    }
}
