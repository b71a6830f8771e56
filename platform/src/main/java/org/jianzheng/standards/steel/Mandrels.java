package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.standards.evaluation.StandardTable;

/** Diameter in mm of the mandrel that a bar is bent around. */
public final class Mandrels {

    private static final StandardTable TIMES = StandardTable.load("rebar-mandrels");
    private static final StandardTable TESTS = StandardTable.load("rebar-bend");

    private Mandrels() {}

    /** @return empty for a grade that no standard bends */
    public static Optional<Integer> of(String grade, String diameterMm, String test) {
        BigDecimal diameter = new BigDecimal(diameterMm);
        BigDecimal more = TESTS.where("test", test).decimal("larger_by");
        return TIMES.find(row -> row.words("grades").contains(grade) && row.within("diameter", diameter))
                .map(row -> row.decimal("times").add(more).multiply(diameter).intValueExact());
    }
}
