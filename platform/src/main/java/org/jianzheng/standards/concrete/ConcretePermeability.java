package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Water tightness of six concrete specimens under pressure raised in steps, GB/T 50082: P is ten times what four hold. */
public final class ConcretePermeability implements Method {

    private static final StandardTable GRADES = StandardTable.load("permeability-grades");
    private static final StandardTable PURPOSES = StandardTable.load("permeability-purposes");
    private static final int LEAKS_THAT_END = 3;
    private static final Duration STEP = Duration.ofHours(8);

    @Override
    public String name() {
        return "concrete-permeability";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("grade", "", GRADES.values("grade")).commissioned(),
                InputField.choice("purpose", "", PURPOSES.values("purpose")).commissioned(),
                pressure("reachedMpa"),
                InputField.group(
                                "specimens",
                                pressure("leakMpa").optional(),
                                InputField.flag("sideLeak").optional())
                        .many(6, 6));
    }

    private static InputField pressure(String name) {
        return InputField.positive(name, "MPa", "10");
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        requireSteps(given);
        Row purpose = PURPOSES.where("purpose", given.choice("purpose"));
        BigDecimal required = GRADES.where("grade", given.choice("grade"))
                .decimal("pressure_mpa")
                .add(purpose.decimal("extra_mpa"));
        AnswerSheet sheet = new AnswerSheet(this);
        sheet.decide("purpose", given.choice("purpose"))
                .limit("sustainedMpa", ">=", required, "MPa", purpose.text("standard"));
        List<GivenInputs> specimens = given.groups("specimens");
        if (specimens.stream().anyMatch(ConcretePermeability::pastTheSeal)) {
            return invalid(sheet);
        }
        List<BigDecimal> leaks = specimens.stream()
                .map(specimen -> specimen.decimal("leakMpa"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean ended = leaks.size() >= LEAKS_THAT_END;
        BigDecimal third = ended ? leaks.get(LEAKS_THAT_END - 1) : null;
        BigDecimal sustained = ended ? third.subtract(Gb8170.TENTH) : given.decimal("reachedMpa");
        return sheet.put("leaked", leaks.size())
                .put("thirdLeakMpa", ended ? third.setScale(1) : null)
                .put("sustainedMpa", sustained.setScale(1))
                .put("gradeP", sustained.movePointRight(1).intValueExact())
                .put("atLeast", !ended)
                .verdict(verdict(sustained.compareTo(required) >= 0, ended));
    }

    /** Eight hours a step; the last one may end with the third leak, or with water past the seal. */
    @Override
    public Duration lasts(GivenInputs given) {
        requireSteps(given);
        long steps = given.decimal("reachedMpa").movePointRight(1).longValueExact();
        List<GivenInputs> specimens = given.groups("specimens");
        long leaks =
                specimens.stream().filter(specimen -> specimen.has("leakMpa")).count();
        boolean cutShort = leaks >= LEAKS_THAT_END || specimens.stream().anyMatch(ConcretePermeability::pastTheSeal);
        return STEP.multipliedBy(cutShort ? steps - 1 : steps);
    }

    private static boolean pastTheSeal(GivenInputs specimen) {
        return specimen.has("sideLeak") && specimen.flag("sideLeak");
    }

    private static void requireSteps(GivenInputs given) {
        BigDecimal reached = given.decimal("reachedMpa");
        requireStep("reachedMpa", reached);
        List<GivenInputs> specimens = given.groups("specimens");
        for (int i = 0; i < specimens.size(); i++) {
            String path = "specimens[" + i + "].leakMpa";
            BigDecimal leak = specimens.get(i).decimal("leakMpa");
            if (leak != null && leak.compareTo(reached) > 0) {
                throw RuleBroken.at(path, "standards.permeability.leakAboveReached", reached.toPlainString());
            }
            if (leak != null) {
                requireStep(path, leak);
            }
        }
    }

    private static void requireStep(String path, BigDecimal pressure) {
        if (pressure.stripTrailingZeros().scale() > 1) {
            throw RuleBroken.at(path, "standards.permeability.step", pressure.toPlainString());
        }
    }

    // Water that came past the seal says nothing of the concrete.
    private static Evaluation invalid(AnswerSheet sheet) {
        return sheet.put("leaked", null)
                .put("thirdLeakMpa", null)
                .put("sustainedMpa", null)
                .put("gradeP", null)
                .put("atLeast", null)
                .verdict(Verdict.INVALID);
    }

    private static Verdict verdict(boolean sustained, boolean ended) {
        if (sustained) {
            return Verdict.PASS;
        }
        return ended ? Verdict.FAIL : Verdict.PENDING;
    }
}
