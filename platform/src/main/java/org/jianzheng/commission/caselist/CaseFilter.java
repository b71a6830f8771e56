package org.jianzheng.commission.caselist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * Which cases of a list. Whatever is null or blank lets everything through.
 *
 * @param search part of the commission's number, of project, place, sample, maker or contact; how the number of the sample, the
 *     report or the batch begins; or a specimen's mark
 * @param stage name of a {@link CaseStage}
 * @param from first day of the period in which it was opened
 * @param until its last day
 * @param lab code of the laboratory
 * @param item code of the tested item
 * @param result name of a {@link Verdict}: of the report that was issued last
 */
public record CaseFilter(
        String search, CaseStage stage, LocalDate from, LocalDate until, String lab, String item, Verdict result) {

    public CaseFilter {
        if (from != null && until != null && from.isAfter(until)) {
            throw RuleBroken.at("until", "commission.cases.period", from, until);
        }
    }

    /** Of that stage only. */
    public static CaseFilter of(String search, String stage) {
        return of(search, stage, "", "", "", "", "");
    }

    /** As an address has it. */
    public static CaseFilter of(
            String search, String stage, String from, String until, String lab, String item, String result) {
        FormValues days = new FormValues(Map.of("from", text(from), "until", text(until)));
        return new CaseFilter(
                search == null ? "" : search.strip(),
                named("state", "commission.stage.unknown", CaseStage.values(), stage),
                days.date("from").orElse(null),
                days.date("until").orElse(null),
                given(lab) ? lab.strip() : null,
                given(item) ? item.strip() : null,
                named("result", "commission.cases.result.unknown", Verdict.values(), result));
    }

    private static <E extends Enum<E>> E named(String field, String code, E[] values, String name) {
        if (!given(name)) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at(field, code, name));
    }

    private static String text(String asked) {
        return asked == null ? "" : asked;
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
