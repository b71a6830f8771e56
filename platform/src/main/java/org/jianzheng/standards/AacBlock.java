package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Strength of nine cubes of aerated concrete in three groups and, where weighed, their dry density, GB/T 11968-2020. */
final class AacBlock implements Method {

    private static final Table STRENGTHS = Table.load("aac-strength");
    private static final Table DENSITIES = Table.load("aac-density");

    @Override
    public String name() {
        return "aac-block";
    }

    @Override
    public List<Field> inputs() {
        return List.of(
                Field.choice("grade", "", STRENGTHS.values("grade")).commissioned(),
                Field.choice("densityClass", "", DENSITIES.values("class")).commissioned(),
                groups(
                        "groups",
                        Bricks.length("lengthMm"),
                        Bricks.length("widthMm"),
                        Field.positive("loadKn", "kN", "1000"),
                        Field.unsigned("moisturePercent", "%", "200")),
                Field.choice("leastOf", "GROUP", "CUBE").optional().policy("D17"),
                groups(
                                "densityGroups",
                                Bricks.length("lengthMm"),
                                Bricks.length("widthMm"),
                                Bricks.length("heightMm"),
                                Field.positive("dryMassG", "g", "100000"))
                        .optional());
    }

    private static Field groups(String name, Field... members) {
        return Field.group(name, Field.group("cubes", members).many(3, 3)).many(3, 3);
    }

    @Override
    public Evaluation evaluate(Given given) {
        Row grade = STRENGTHS.where("grade", given.choice("grade"));
        List<Given> groups = given.groups("groups");
        List<List<BigDecimal>> singles = groups.stream()
                .map(group -> Bricks.strengths(group.groups("cubes"), Gb8170.TENTH))
                .toList();
        Checks checks = new Checks(new Sheet(this), grade.text("standard"));
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

    private static boolean moist(Given cube, Row grade) {
        return grade.within("moisture", cube.decimal("moisturePercent"));
    }

    private static Evaluation voided(Sheet sheet) {
        return sheet.put("groupMeansMpa", null)
                .put("meanMpa", null)
                .put("leastMpa", null)
                .put("densityGroupMeans", null)
                .put("densityKgM3", null)
                .put("failed", List.of())
                .verdict("INVALID");
    }

    private static List<BigDecimal> means(List<List<BigDecimal>> groups, BigDecimal interval) {
        return groups.stream()
                .map(group -> Gb8170.round(Rational.mean(group), interval))
                .toList();
    }

    private static void density(Checks checks, Given given) {
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
    private static BigDecimal density(Given cube) {
        BigDecimal volume =
                cube.decimal("lengthMm").multiply(cube.decimal("widthMm")).multiply(cube.decimal("heightMm"));
        return Gb8170.round(Rational.quotient(cube.decimal("dryMassG").movePointRight(6), volume), BigDecimal.ONE);
    }
}
