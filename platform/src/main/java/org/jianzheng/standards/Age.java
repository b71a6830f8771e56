package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;

/** Age at the test as ordered, and the age the design strength is of: before it a strength is told and not judged. */
record Age(BigDecimal atTest, BigDecimal ofDesign) {

    private static final BigDecimal USUAL = new BigDecimal(28);

    static List<Field> fields() {
        return List.of(days("ageDays"), days("designAgeDays"));
    }

    private static Field days(String name) {
        return Field.positive(name, "d", "3650").rounded(0).optional().commissioned();
    }

    static Age of(Given given) {
        if (given.has("designAgeDays") && !given.has("ageDays")) {
            throw RuleBroken.at("ageDays", "standards.input.missing");
        }
        return new Age(given.decimal("ageDays"), given.has("designAgeDays") ? given.decimal("designAgeDays") : USUAL);
    }

    boolean told() {
        return atTest != null;
    }

    boolean early() {
        return told() && atTest.compareTo(ofDesign) < 0;
    }

    void decide(Sheet sheet) {
        if (told()) {
            sheet.decide("ageDays", atTest).decide("designAgeDays", ofDesign);
        }
    }
}
