package org.jianzheng.standards.masonry;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.LimitChecks;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Strength of nine cubes of aerated concrete in three groups and, where weighed, their dry density, GB/T 11968-2020. */
public final class AacBlock implements Method {

    private static final StandardTable STRENGTHS = StandardTable.load("aac-strength");
    private static final StandardTable DENSITIES = StandardTable.load("aac-density");

    @Override
    public String name() {
        return "aac-block";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("grade", "", STRENGTHS.values("grade")).commissioned(),
                InputField.choice("densityClass", "", DENSITIES.values("class")).commissioned(),
                groups(
                        "groups",
                        CrushedBricks.length("lengthMm"),
                        CrushedBricks.length("widthMm"),
                        InputField.positive("loadKn", "kN", "1000"),
                        InputField.unsigned("moisturePercent", "%", "200")),
                InputField.choice("leastOf", "GROUP", "CUBE").optional().policy("D17"),
                groups(
                                "densityGroups",
                                CrushedBricks.length("lengthMm"),
                                CrushedBricks.length("widthMm"),
                                CrushedBricks.length("heightMm"),
                                InputField.positive("dryMassG", "g", "100000"))
                        .optional());
    }

    private static InputField groups(String name, InputField... members) {
        return InputField.group(name, InputField.group("cubes", members).many(3, 3))
                .many(3, 3);
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row grade = STRENGTHS.where("grade", given.choice("grade"));
        List<GivenInputs> groups = given.groups("groups");
        List<List<BigDecimal>> singles = groups.stream()
                .map(group -> CrushedBricks.strengths(group.groups("cubes"), Gb8170.TENTH))
                .toList();
        LimitChecks checks = new LimitChecks(new AnswerSheet(this), grade.text("standard"));
        checks.sheet()
                .put("singlesMpa", singles)
                .decide("D7", "ROUNDED_VALUE")
                .decide("D17", given.choiceOr("leastOf", "GROUP"));
        if (!groups.stream().flatMap(group -> group.groups("cubes").stream()).allMatch(cube -> moist(cube, grade))) {
            return voided(checks.sheet());
        }
        List<BigDecimal> means = means(singles, Gb8170.TENTH);
        List<BigDecimal> compared = given.choiceOr("leastOf", "GROUP").equals("GROUP")
                ? means
                : singles.stream().flatMap(List::stream).toList();
        checks.sheet().put("groupMeansMpa", means);
        checks.atLeast("mean", "meanMpa", Gb8170.tenth(Rational.mean(means)), grade.decimal("mean"), "MPa");
        checks.atLeast("least", "leastMpa", Collections.min(compared), grade.decimal("least"), "MPa");
        density(checks, given);
        return checks.done();
    }

    private static boolean moist(GivenInputs cube, Row grade) {
        return grade.within("moisture", cube.decimal("moisturePercent"));
    }

    private static Evaluation voided(AnswerSheet sheet) {
        return sheet.put("groupMeansMpa", null)
                .put("meanMpa", null)
                .put("leastMpa", null)
                .put("densityGroupMeans", null)
                .put("densityKgM3", null)
                .put("failed", List.of())
                .verdict(Verdict.INVALID);
    }

    private static List<BigDecimal> means(List<List<BigDecimal>> groups, BigDecimal interval) {
        return groups.stream()
                .map(group -> Gb8170.round(Rational.mean(group), interval))
                .toList();
    }

    private static void density(LimitChecks checks, GivenInputs given) {
        if (!given.has("densityGroups")) {
            return;
        }
        List<List<BigDecimal>> singles = given.groups("densityGroups").stream()
                .map(group ->
                        group.groups("cubes").stream().map(AacBlock::density).toList())
                .toList();
        List<BigDecimal> means = means(singles, BigDecimal.ONE);
        BigDecimal most = DENSITIES.where("class", given.choice("densityClass")).decimal("most");
        checks.sheet().put("densityGroupMeans", means);
        checks.atMost("density", "densityKgM3", Gb8170.round(Rational.mean(means), BigDecimal.ONE), most, "kg/m³");
    }

    // g/mm³ is 10⁶ kg/m³
    private static BigDecimal density(GivenInputs cube) {
        BigDecimal volume =
                cube.decimal("lengthMm").multiply(cube.decimal("widthMm")).multiply(cube.decimal("heightMm"));
        return Gb8170.round(Rational.quotient(cube.decimal("dryMassG").movePointRight(6), volume), BigDecimal.ONE);
    }
}
