package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.InputReader;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Bend and reverse bend of bars around a mandrel, GB/T 28900: no crack; one that cracks is followed by twice as many. */
public final class RebarBend implements Method {

    private static final StandardTable TESTS = StandardTable.load("rebar-bend");

    @Override
    public String name() {
        return "rebar-bend";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                Rebar.gradeField(),
                Rebar.diameterField(),
                Rebar.editionField(),
                InputField.choice("test", "", TESTS.values("test")).commissioned(),
                InputField.choice("stage", "FIRST", "RETEST").commissioned(),
                InputField.positive("specimensFirst", "", "50")
                        .rounded(0)
                        .optional()
                        .commissioned(),
                InputField.positive("mandrelMm", "mm", "1000"),
                InputField.group(
                                "specimens",
                                InputField.unsigned("angleDeg", "°", "180"),
                                InputField.unsigned("backAngleDeg", "°", "180").optional(),
                                InputField.flag("cracked"))
                        .many(1, 100));
    }

    @Override
    public int again(int first) {
        return 2 * first;
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row grade = Rebar.grade(given);
        Row test = TESTS.where("test", given.choice("test"));
        requireGrade(given, test);
        List<GivenInputs> specimens = given.groups("specimens");
        requireCount(given, test, specimens.size());
        requireBackAngles(specimens, test.find("back_angle").isPresent());
        int required = Mandrels.of(given.choice("grade"), given.choice("diameterMm"), given.choice("test"))
                .orElseThrow();
        int cracked = (int)
                specimens.stream().filter(specimen -> specimen.flag("cracked")).count();
        return new AnswerSheet(this)
                .put("requiredMandrelMm", required)
                .put("cracked", cracked)
                .decide("edition", Rebar.edition(given))
                .decide("judgedBy", grade.text("standard"))
                .decide("stage", given.choice("stage"))
                .decide("mandrel", "NONE_LARGER_AND_NO_CRACK_AROUND_A_SMALLER")
                .limit("mandrelMm", "<=", BigDecimal.valueOf(required), "mm", grade.text("standard"))
                .verdict(verdict(given, test, BigDecimal.valueOf(required), cracked));
    }

    private static void requireGrade(GivenInputs given, Row test) {
        boolean listed = test.find("grades").isEmpty() || test.words("grades").contains(given.choice("grade"));
        if (!listed) {
            throw RuleBroken.at("test", "standards.bend.noReverse", given.choice("grade"));
        }
    }

    private void requireCount(GivenInputs given, Row test, int size) {
        int first =
                (given.has("specimensFirst") ? given.decimal("specimensFirst") : test.decimal("first")).intValueExact();
        int needed = given.choice("stage").equals("FIRST") ? first : again(first);
        InputReader.requireCount("specimens", size, needed, needed);
    }

    private static void requireBackAngles(List<GivenInputs> specimens, boolean bentBack) {
        for (int i = 0; i < specimens.size(); i++) {
            if (specimens.get(i).has("backAngleDeg") != bentBack) {
                String code = bentBack ? "standards.input.missing" : "standards.bend.notBentBack";
                throw RuleBroken.at("specimens[" + i + "].backAngleDeg", code);
            }
        }
    }

    /** Around a larger mandrel nothing is proved; around a smaller one only that none cracks. */
    private static Verdict verdict(GivenInputs given, Row test, BigDecimal required, int cracked) {
        int larger = given.decimal("mandrelMm").compareTo(required);
        boolean proves = larger <= 0 && (cracked == 0 ? bent(given, test) : larger == 0);
        if (!proves) {
            return Verdict.INVALID;
        }
        if (cracked == 0) {
            return Verdict.PASS;
        }
        return given.choice("stage").equals("FIRST") ? Verdict.RETEST : Verdict.FAIL;
    }

    private static boolean bent(GivenInputs given, Row test) {
        List<Boolean> bent = new ArrayList<>();
        for (GivenInputs specimen : given.groups("specimens")) {
            bent.add(specimen.decimal("angleDeg").compareTo(test.decimal("angle")) >= 0);
            test.findDecimal("back_angle")
                    .ifPresent(back -> bent.add(specimen.decimal("backAngleDeg").compareTo(back) >= 0));
        }
        return !bent.contains(false);
    }
}
