package org.jianzheng.standards.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What sand and stone have in common: judged for a grade of concrete (JGJ 52) or by their own class (GB/T), washed in pairs.
 *
 * @param voided pairs that lie too far apart to be averaged
 */
record Aggregates(
        AnswerSheet sheet,
        GivenInputs given,
        Row standard,
        String classField,
        List<String> failed,
        List<String> voided) {

    static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final StandardTable STANDARDS = StandardTable.load("aggregate-standards");
    private static final StandardTable LIMITS = StandardTable.load("aggregate-limits");
    private static final StandardTable GRADES = StandardTable.load("concrete-grades");

    static List<InputField> ordered(String material, String classField) {
        List<String> standards = STANDARDS.rows().stream()
                .filter(row -> row.is("material", material))
                .map(row -> row.text("input"))
                .toList();
        return List.of(
                InputField.choice("standard", "", standards).commissioned(),
                InputField.choice("concreteGrade", "", GRADES.values("grade"))
                        .optional()
                        .commissioned(),
                InputField.flag("special").optional().commissioned(),
                InputField.choice(classField, "I", "II", "III").optional().commissioned());
    }

    static InputField washed(String name) {
        return InputField.group(name, mass("beforeG"), InputField.unsigned("afterG", "g", "100000"))
                .many(2, 2)
                .optional();
    }

    static InputField mass(String name) {
        return InputField.positive(name, "g", "100000");
    }

    static Aggregates of(AnswerSheet sheet, GivenInputs given, String material, String classField) {
        Row standard =
                STANDARDS.first(row -> row.is("input", given.choice("standard")) && row.is("material", material));
        boolean byClass = standard.is("by", "CLASS");
        String wanted = byClass ? classField : "concreteGrade";
        if (!given.has(wanted)) {
            throw RuleBroken.at(wanted, "standards.input.missing");
        }
        for (String other : byClass ? List.of("concreteGrade", "special") : List.of(classField)) {
            if (given.has(other)) {
                throw RuleBroken.at(other, "standards.aggregate.otherStandard", standard.text("standard"));
            }
        }
        sheet.decide("judgedBy", standard.text("standard")).decide("D7", "ROUNDED_VALUE");
        return new Aggregates(sheet, given, standard, classField, new ArrayList<>(), new ArrayList<>());
    }

    private static BigDecimal lostOf(GivenInputs pair, String path, String before, String after) {
        if (pair.decimal(after).compareTo(pair.decimal(before)) > 0) {
            throw RuleBroken.at(path + "." + after, "standards.aggregate.moreThanBefore");
        }
        BigDecimal lost = pair.decimal(before).subtract(pair.decimal(after)).multiply(HUNDRED);
        return Gb8170.tenth(Rational.quotient(lost, pair.decimal(before)));
    }

    /** Shares that the second mass is less than the first, to 0.1 %. */
    static List<BigDecimal> lost(GivenInputs given, String name, String before, String after) {
        List<GivenInputs> runs = given.groups(name);
        List<BigDecimal> lost = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            lost.add(lostOf(runs.get(i), name + "[" + i + "]", before, after));
        }
        return lost;
    }

    void washedPair(String item) {
        List<BigDecimal> singles = lost(given, item, "beforeG", "afterG");
        sheet.put(item + "SinglesPercent", singles.isEmpty() ? null : singles);
        Optional<BigDecimal> apart = standard.findDecimal(item + "_apart");
        boolean usable = !singles.isEmpty();
        if (usable && apart.isPresent()) {
            BigDecimal difference = singles.get(0).subtract(singles.get(1)).abs();
            usable = difference.compareTo(apart.get()) <= 0;
        }
        if (!usable && !singles.isEmpty()) {
            voided.add(item);
        }
        judge(item, usable ? Gb8170.tenth(Rational.mean(singles)) : null);
    }

    /** @param value null where nothing is to be judged */
    void judge(String item, BigDecimal value) {
        sheet.put(item + "Percent", value);
        if (value != null) {
            BigDecimal most = limit(item);
            sheet.limit(item + "Percent", "<=", most, "%", standard.text("standard"));
            if (value.compareTo(most) > 0) {
                failed.add(item);
            }
        }
    }

    private BigDecimal limit(String item) {
        return LIMITS.find(row -> row.is("standard", standard.text("standard"))
                        && row.is("material", standard.text("material"))
                        && row.is("item", item)
                        && (row.find("rocks").isEmpty() || row.words("rocks").contains(given.choice("rock")))
                        && (row.find("special").isEmpty() || (given.has("special") && given.flag("special")))
                        && forGrade(row))
                .map(row -> row.decimal("limit"))
                .orElseThrow(() -> RuleBroken.at(
                        "concreteGrade",
                        "standards.aggregate.notListed",
                        standard.text("standard"),
                        given.choice("concreteGrade")));
    }

    private boolean forGrade(Row row) {
        return standard.is("by", "CLASS")
                ? row.is("class", given.choice(classField))
                : row.within(
                        "fcuk",
                        GRADES.where("grade", given.choice("concreteGrade")).decimal("fcuk"));
    }

    void requireSomething(List<String> items) {
        if (items.stream().noneMatch(given::has)) {
            throw RuleBroken.at(items.get(0), "standards.input.missing");
        }
    }

    // A lot that failed in one item is not saved by a pair that has to be done again.
    Evaluation done() {
        sheet.put("failed", failed).put("void", voided);
        return failed.isEmpty() && !voided.isEmpty()
                ? sheet.verdict(Verdict.INVALID)
                : sheet.verdict(Verdict.of(failed.isEmpty()));
    }
}
