package org.jianzheng.batch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;

/**
 * A standard deviation known from an earlier period of the same concrete (GB/T 50107-2010, 5.1.3). The evaluating person says
 * it and answers for where it comes from.
 *
 * @param groups how many groups it was worked out from
 * @param source the record that shows it
 */
public record KnownSigma(BigDecimal mpa, LocalDate from, LocalDate until, int groups, String source) {

    private static final int LEAST_GROUPS = 45;
    private static final int LEAST_DAYS = 60;
    private static final int MOST_DAYS = 90;
    private static final int LONGEST = 200;

    /** Empty where nothing of it was said. */
    static Optional<KnownSigma> read(FormValues form) {
        return form.decimal("sigma0")
                .map(mpa -> new KnownSigma(
                        mpa,
                        form.date("sigmaFrom").orElseThrow(() -> missing("sigmaFrom")),
                        form.date("sigmaUntil").orElseThrow(() -> missing("sigmaUntil")),
                        form.integer("sigmaGroups").orElseThrow(() -> missing("sigmaGroups")),
                        source(form)));
    }

    private static String source(FormValues form) {
        form.required("sigmaSource");
        return form.text("sigmaSource", LONGEST);
    }

    private static RuleBroken missing(String field) {
        return RuleBroken.at(field, "kernel.form.empty");
    }

    /** @param first the day the first of the batch's groups was made on; null where nobody knows */
    void require(LocalDate first) {
        if (groups < LEAST_GROUPS) {
            throw RuleBroken.at("sigmaGroups", "batch.sigma.groups", groups, LEAST_GROUPS);
        }
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw RuleBroken.at("sigmaUntil", "batch.sigma.period", days, LEAST_DAYS, MOST_DAYS);
        }
        if (first == null || !until.isBefore(first)) {
            throw RuleBroken.at("sigmaUntil", "batch.sigma.earlier", until, first == null ? "—" : first);
        }
    }
}
