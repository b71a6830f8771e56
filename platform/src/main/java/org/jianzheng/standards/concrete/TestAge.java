package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;

/** Age at the test as ordered, and the age the design strength is of: before it a strength is told and not judged. */
record TestAge(BigDecimal atTest, BigDecimal ofDesign) {

    private static final BigDecimal USUAL = new BigDecimal(28);

    static List<InputField> fields() {
        return List.of(days("ageDays"), days("designAgeDays"));
    }

    private static InputField days(String name) {
        return InputField.positive(name, "d", "3650").rounded(0).optional().commissioned();
    }

    static TestAge of(GivenInputs given) {
        if (given.has("designAgeDays") && !given.has("ageDays")) {
            throw RuleBroken.at("ageDays", "standards.input.missing");
        }
        return new TestAge(
                given.decimal("ageDays"), given.has("designAgeDays") ? given.decimal("designAgeDays") : USUAL);
    }

    boolean told() {
        return atTest != null;
    }

    boolean early() {
        return told() && atTest.compareTo(ofDesign) < 0;
    }

    void decide(AnswerSheet sheet) {
        if (told()) {
            sheet.decide("ageDays", atTest).decide("designAgeDays", ofDesign);
        }
    }
}
