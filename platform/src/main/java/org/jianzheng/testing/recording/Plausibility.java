package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Reading;
import org.jianzheng.testing.procedure.RecordForm;

/**
 * Readings that no specimen of its grade gives: mistyped, in another unit, or of something else. Whoever stands by one says
 * why, and the reviewer reads it.
 */
final class Plausibility {

    /** Of what the grade promises. */
    private static final BigDecimal MOST = new BigDecimal("1.5");

    private static final BigDecimal LEAST = new BigDecimal("0.1");

    /** How many times the least of a list its greatest may be. */
    private static final BigDecimal APART = new BigDecimal("1.5");

    private Plausibility() {}

    /**
     * What is to be explained, in the order of the form.
     *
     * @param expected what a specimen that just fulfils its grade gives, by {@code list.field} or {@code field}
     */
    static List<RuleBroken> doubts(RecordForm entered, Map<String, BigDecimal> expected) {
        var doubts = new ArrayList<RuleBroken>();
        expected.forEach((key, nominal) -> {
            int dot = key.indexOf('.');
            String field = key.substring(dot + 1);
            List<RecordForm> rows = dot < 0 ? List.of(entered) : entered.rows(key.substring(0, dot));
            rows.forEach(row -> beyond(row, field, nominal).ifPresent(doubts::add));
            apart(rows, field).ifPresent(doubts::add);
        });
        return doubts;
    }

    private static Optional<RuleBroken> beyond(RecordForm row, String field, BigDecimal nominal) {
        return reading(row, field).flatMap(read -> {
            boolean high = read.compareTo(nominal.multiply(MOST)) > 0;
            boolean low = read.compareTo(nominal.multiply(LEAST)) < 0;
            String usual = nominal.setScale(1, RoundingMode.HALF_UP).toPlainString();
            return high || low
                    ? Optional.of(row.broken(
                            field, high ? "testing.doubt.high" : "testing.doubt.low", read.toPlainString(), usual))
                    : Optional.empty();
        });
    }

    private static Optional<RuleBroken> apart(List<RecordForm> rows, String field) {
        List<RecordForm> read = rows.stream()
                .filter(row -> reading(row, field).isPresent())
                .sorted(Comparator.comparing(row -> reading(row, field).orElseThrow()))
                .toList();
        if (read.size() < 2) {
            return Optional.empty();
        }
        RecordForm greatest = read.get(read.size() - 1);
        BigDecimal least = reading(read.get(0), field).orElseThrow();
        BigDecimal most = reading(greatest, field).orElseThrow();
        return most.compareTo(least.multiply(APART)) > 0
                ? Optional.of(
                        greatest.broken(field, "testing.doubt.apart", most.toPlainString(), least.toPlainString()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> reading(RecordForm row, String field) {
        return Optional.ofNullable(row.positiveOrNull(field)).map(Reading::value);
    }
}
