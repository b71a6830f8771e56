package org.jianzheng.standards.steel;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Verdict;

/** The lot after its first and, where needed, its retest: the failed item again on double specimens, all must pass. */
public final class RebarLot implements Method {

    private static final List<String> ITEMS = List.of("tensile", "bend");

    private enum Retest {
        PASSED,
        TOO_FEW,
        FAILED
    }

    @Override
    public String name() {
        return "rebar-lot";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.group(
                        "first",
                        InputField.flag("tensile").many(2, 50).derived(),
                        InputField.flag("bend").many(1, 50).derived()),
                InputField.group(
                                "retest",
                                InputField.flag("tensile")
                                        .many(0, 100)
                                        .optional()
                                        .derived(),
                                InputField.flag("bend").many(0, 100).optional().derived())
                        .optional(),
                InputField.flag("massDeviationOk").derived());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        GivenInputs first = given.group("first");
        List<String> failedFirst =
                ITEMS.stream().filter(item -> first.flags(item).contains(false)).toList();
        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("failedFirst", failedFirst)
                .put("massDeviationOk", given.flag("massDeviationOk"))
                .decide("retest", "DOUBLE_SPECIMENS_PER_FAILED_ITEM")
                .decide("massDeviationRetest", "NEVER");
        refuseNeedlessRetest(given, failedFirst);
        if (!given.flag("massDeviationOk")) {
            return sheet.verdict(Verdict.FAIL);
        }
        List<Retest> retests = new ArrayList<>();
        for (String item : failedFirst) {
            retests.add(retest(again(first.flags(item).size()), given, item));
        }
        return sheet.verdict(verdict(retests));
    }

    @Override
    public int again(int first) {
        return 2 * first;
    }

    // A retest of what passed, or of a lot that is too light, would be left out of the verdict without a word.
    private static void refuseNeedlessRetest(GivenInputs given, List<String> failedFirst) {
        for (String item : ITEMS) {
            boolean tested = !retested(given, item).isEmpty();
            if (tested && !given.flag("massDeviationOk")) {
                throw RuleBroken.at("retest." + item, "standards.lot.retestOfLight");
            }
            if (tested && !failedFirst.contains(item)) {
                throw RuleBroken.at("retest." + item, "standards.lot.retestOfPassed");
            }
        }
    }

    private static List<Boolean> retested(GivenInputs given, String item) {
        return given.has("retest") ? given.group("retest").flags(item) : List.of();
    }

    private static Retest retest(int needed, GivenInputs given, String item) {
        List<Boolean> results = retested(given, item);
        if (results.size() < needed) {
            return Retest.TOO_FEW;
        }
        return results.contains(false) ? Retest.FAILED : Retest.PASSED;
    }

    private static Verdict verdict(List<Retest> retests) {
        if (retests.contains(Retest.FAILED)) {
            return Verdict.FAIL;
        }
        return retests.contains(Retest.TOO_FEW) ? Verdict.RETEST : Verdict.PASS;
    }
}
