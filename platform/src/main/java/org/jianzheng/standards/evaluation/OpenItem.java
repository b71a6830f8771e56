package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.OpenParameter.Relation;

/** A test that no folder knows: each parameter against the requirement that its order states, rounded as the order says. */
public final class OpenItem implements Method {

    private static final BigDecimal FINEST = new BigDecimal(OpenParameter.MOST_PLACES);

    @Override
    public String name() {
        return "open-item";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(InputField.group(
                        "parameters",
                        InputField.choice("relation", "", Relation.names()).commissioned(),
                        InputField.decimal("lower", "").optional().commissioned(),
                        InputField.decimal("upper", "").optional().commissioned(),
                        InputField.decimal("places", "")
                                .bounded(null, BigDecimal.ZERO, FINEST)
                                .rounded(0)
                                .optional()
                                .commissioned(),
                        InputField.decimal("value", "").optional(),
                        InputField.flag("conforms").optional())
                .many(1, OpenParameter.MOST));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        List<GivenInputs> parameters = given.groups("parameters");
        List<BigDecimal> values = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String path = "parameters[" + i + "].";
            GivenInputs parameter = parameters.get(i);
            boolean stated = relation(parameter) == Relation.STATED;
            BigDecimal value = stated ? null : rounded(parameter, path);
            values.add(value);
            verdicts.add(Verdict.of(stated ? conforms(parameter, path) : meets(value, parameter, path)));
        }
        return new AnswerSheet(this)
                .decide("D7", "ROUNDED_VALUE")
                .put("values", values)
                .put("verdicts", verdicts)
                .verdict(Verdict.of(!verdicts.contains(Verdict.FAIL)));
    }

    private static Relation relation(GivenInputs parameter) {
        return Relation.valueOf(parameter.choice("relation"));
    }

    private static BigDecimal rounded(GivenInputs parameter, String path) {
        int places = needed(parameter, "places", path).intValueExact();
        return Gb8170.round(needed(parameter, "value", path), BigDecimal.ONE.movePointLeft(places))
                .setScale(places);
    }

    private static boolean meets(BigDecimal value, GivenInputs parameter, String path) {
        Relation relation = relation(parameter);
        BigDecimal lower = relation == Relation.AT_MOST ? null : needed(parameter, "lower", path);
        BigDecimal upper = relation == Relation.AT_LEAST ? null : needed(parameter, "upper", path);
        if (relation == Relation.BETWEEN && lower.compareTo(upper) > 0) {
            throw RuleBroken.at(path + "upper", "standards.open.range", lower.toPlainString(), upper.toPlainString());
        }
        return (lower == null || value.compareTo(lower) >= 0) && (upper == null || value.compareTo(upper) <= 0);
    }

    private static boolean conforms(GivenInputs parameter, String path) {
        if (!parameter.has("conforms")) {
            throw RuleBroken.at(path + "conforms", "standards.input.missing");
        }
        return parameter.flag("conforms");
    }

    private static BigDecimal needed(GivenInputs parameter, String name, String path) {
        BigDecimal value = parameter.decimal(name);
        if (value == null) {
            throw RuleBroken.at(path + name, "standards.input.missing");
        }
        return value;
    }
}
