package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Flexural strength of three concrete beams, GB/T 50081-2019 chapter 10: one that breaks outside the loads does not count. */
public final class ConcreteFlexural implements Method {

    private static final StandardTable SIZES = StandardTable.load("concrete-flexural");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** @param value null where the test is void */
    private record Result(String rule, BigDecimal value) {
        static final Result VOID = new Result("INVALID", null);
    }

    @Override
    public String name() {
        return "concrete-flexural";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("sizeMm", "mm", SIZES.values("size_mm")).commissioned(),
                InputField.positive("requiredMpa", "MPa", "30").commissioned(),
                InputField.choice("sizeFactorStage", "GROUP", "SPECIMEN").policy("D4"),
                InputField.group(
                                "specimens", InputField.positive("loadKn", "kN", "1000"), InputField.flag("insideSpan"))
                        .many(3, 3));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row size = SIZES.where("size_mm", given.choice("sizeMm"));
        boolean perSpecimen = "SPECIMEN".equals(given.choice("sizeFactorStage"));
        List<GivenInputs> beams = given.groups("specimens");
        List<BigDecimal> singles =
                beams.stream().map(beam -> strength(beam, size)).toList();
        List<BigDecimal> compared = perSpecimen
                ? singles.stream().map(single -> factored(single, size)).toList()
                : singles;
        List<BigDecimal> inside = IntStream.range(0, beams.size())
                .filter(i -> beams.get(i).flag("insideSpan"))
                .mapToObj(compared::get)
                .toList();
        Result result = result(inside, size.decimal("deviation"));
        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("singlesMpa", singles)
                .put("rule", result.rule())
                .decide("D4", given.choice("sizeFactorStage"))
                .decide("D11", "EXACT_LIMIT")
                .decide("D7", "ROUNDED_VALUE")
                .limit(Evaluation.REPRESENTATIVE, ">=", given.decimal("requiredMpa"), "MPa", "");
        if (result.value() == null) {
            return sheet.put("sizeFactor", null)
                    .representative(null)
                    .put("percentOfRequired", null)
                    .verdict(Verdict.INVALID);
        }
        BigDecimal value = perSpecimen ? result.value() : factored(result.value(), size);
        return judged(sheet.put("sizeFactor", size.decimal("factor")), value, given.decimal("requiredMpa"));
    }

    // N·mm over mm³
    private static BigDecimal strength(GivenInputs beam, Row size) {
        BigDecimal moment = beam.decimal("loadKn").movePointRight(3).multiply(size.decimal("span_mm"));
        return Gb8170.tenth(Rational.quotient(moment, size.decimal("size_mm").pow(3)));
    }

    private static BigDecimal factored(BigDecimal value, Row size) {
        return Gb8170.round(value.multiply(size.decimal("factor")), Gb8170.TENTH);
    }

    private static Result result(List<BigDecimal> inside, BigDecimal share) {
        if (inside.size() == 3) {
            GroupOfThree group = GroupOfThree.of(inside, share);
            return group.invalid() ? Result.VOID : new Result(group.rule().name(), group.value());
        }
        if (inside.size() < 2) {
            return Result.VOID;
        }
        BigDecimal smaller = inside.get(0).min(inside.get(1));
        BigDecimal apart = inside.get(0).subtract(inside.get(1)).abs();
        return apart.compareTo(smaller.multiply(share)) > 0
                ? Result.VOID
                : new Result("MEAN_OF_TWO", Gb8170.tenth(Rational.mean(inside)));
    }

    private static Evaluation judged(AnswerSheet sheet, BigDecimal value, BigDecimal required) {
        Rational percent = Rational.quotient(value.multiply(HUNDRED), required);
        return sheet.representative(value)
                .put("percentOfRequired", Gb8170.round(percent, BigDecimal.ONE))
                .verdict(Verdict.of(value.compareTo(required) >= 0));
    }
}
