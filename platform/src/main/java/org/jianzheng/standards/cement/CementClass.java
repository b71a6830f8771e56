package org.jianzheng.standards.cement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.ProductStandards;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Strengths of a cement against its class, GB 175. Without the 28 d values nothing can be passed yet. */
public final class CementClass implements Method {

    private static final StandardTable CLASSES = StandardTable.load("cement-class");
    private static final List<String> ITEMS = List.of("flexural3d", "flexural28d", "compressive3d", "compressive28d");

    @Override
    public String name() {
        return "cement-class";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("edition", "", CLASSES.values("edition")).commissioned(),
                InputField.choice("strengthClass", "", CLASSES.values("strength_class"))
                        .commissioned(),
                ProductStandards.cementKind().optional(),
                InputField.positive("flexural3d", "MPa", "50").rounded(1).derived(),
                InputField.positive("flexural28d", "MPa", "50")
                        .rounded(1)
                        .optional()
                        .derived(),
                InputField.positive("compressive3d", "MPa", "300").rounded(1).derived(),
                InputField.positive("compressive28d", "MPa", "300")
                        .rounded(1)
                        .optional()
                        .derived());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row limits = limits(given.choice("edition"), given.choice("strengthClass"));
        requireMade(given, limits.text("standard"));
        AnswerSheet sheet = new AnswerSheet(this);
        List<String> failed = new ArrayList<>();
        boolean pending = false;
        for (String item : ITEMS) {
            BigDecimal least = limits.decimal(item);
            sheet.limit(item, ">=", least, "MPa", limits.text("standard"));
            if (!given.has(item)) {
                pending = true;
            } else if (given.decimal(item).compareTo(least) < 0) {
                failed.add(item);
            }
        }
        return sheet.put("failed", failed)
                .decide("edition", given.choice("edition"))
                .decide("judgedBy", limits.text("standard"))
                .decide("D7", "ROUNDED_VALUE")
                .verdict(verdict(failed, pending));
    }

    // What has failed at 3 d stays failed whatever 28 d brings.
    private static Verdict verdict(List<String> failed, boolean pending) {
        if (!failed.isEmpty()) {
            return Verdict.FAIL;
        }
        return pending ? Verdict.PENDING : Verdict.PASS;
    }

    /** Judged by the table of another kind a cement could pass that is not one. */
    private static void requireMade(GivenInputs given, String standard) {
        if (!given.has("cementKind")) {
            return;
        }
        String kind = given.choice("cementKind");
        List<String> made = ProductStandards.cementClasses(given.choice("edition"), kind);
        if (made.isEmpty()) {
            throw RuleBroken.at("cementKind", "standards.cement.noKind", kind, given.choice("edition"));
        }
        if (!made.contains(given.choice("strengthClass"))) {
            throw RuleBroken.at(
                    "strengthClass",
                    "standards.cement.notMade",
                    standard,
                    kind,
                    given.choice("strengthClass"),
                    String.join("、", made));
        }
    }

    private static Row limits(String edition, String strengthClass) {
        return CLASSES.find(row -> row.is("edition", edition) && row.is("strength_class", strengthClass))
                .orElseThrow(() -> RuleBroken.at("strengthClass", "standards.cement.noClass", strengthClass, edition));
    }
}
