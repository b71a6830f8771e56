package org.jianzheng.standards.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;

/**
 * A zone of sand grading, found by the 0.60 mm sieve.
 *
 * @param ranges in the order of the sieves
 */
record SandZone(int number, List<Row> ranges) {

    private static final StandardTable RANGES = StandardTable.load("sand-zones");

    static Optional<SandZone> of(GivenInputs given, BigDecimal deciding) {
        return RANGES.find(row -> row.is("sieve_mm", "0.60") && within(row, deciding))
                .map(row -> row.text("zone"))
                .map(zone -> new SandZone(Integer.parseInt(zone), ranges(given, zone)));
    }

    // First fitting row of each sieve: what holds for manufactured sand stands before what holds for all.
    private static List<Row> ranges(GivenInputs given, String zone) {
        return RANGES.values("sieve_mm").stream()
                .map(sieve -> RANGES.first(row -> row.is("zone", zone)
                        && row.is("sieve_mm", sieve)
                        && row.words("standards").contains(given.choice("standard"))
                        && (row.find("kinds").isEmpty() || row.words("kinds").contains(given.choice("sandKind")))))
                .toList();
    }

    private static boolean within(Row row, BigDecimal value) {
        return outside(row, value).signum() == 0;
    }

    private static BigDecimal outside(Row row, BigDecimal value) {
        BigDecimal under = row.decimal("from").subtract(value).max(BigDecimal.ZERO);
        return value.subtract(row.decimal("to")).max(under);
    }

    /** What lies outside on the tolerated sieves, added up. */
    BigDecimal excess(List<BigDecimal> residues) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < residues.size(); i++) {
            if (ranges.get(i).is("tolerated", "yes")) {
                sum = sum.add(outside(ranges.get(i), residues.get(i)));
            }
        }
        return sum;
    }

    boolean fits(List<BigDecimal> residues, BigDecimal allowed) {
        for (int i = 0; i < residues.size(); i++) {
            if (ranges.get(i).is("tolerated", "no") && !within(ranges.get(i), residues.get(i))) {
                return false;
            }
        }
        return excess(residues).compareTo(allowed) <= 0;
    }
}
