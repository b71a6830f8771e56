package org.jianzheng.standards.cement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.LimitChecks;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.ProductStandards;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Setting times, soundness and fineness of a cement, GB/T 1346, against GB 175. Soundness is known a day after the others. */
public final class CementPhysical implements Method {

    private static final StandardTable LIMITS = StandardTable.load("cement-physical");

    @Override
    public String name() {
        return "cement-physical";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.choice("edition", "", LIMITS.values("edition")).commissioned(),
                ProductStandards.cementKind(),
                InputField.positive("initialMin", "min", "2880"),
                InputField.positive("finalMin", "min", "2880"),
                LeChatelier.needles("soundness"),
                LeChatelier.needles("soundnessRepeat"),
                InputField.positive("surfaceM2Kg", "m²/kg", "2000").optional(),
                InputField.unsigned("residue45Percent", "%", "100").optional());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row initial = limit(given, "initialMin").orElseThrow(() -> noKind(given));
        requireSense(given);
        String standard = initial.text("standard");
        LimitChecks checks = new LimitChecks(new AnswerSheet(this), standard);
        checks.sheet()
                .decide("edition", given.choice("edition"))
                .decide("judgedBy", standard)
                .decide("soundnessRepeat", "SAME_SAMPLE_DECIDES")
                .decide("D7", "ROUNDED_VALUE");
        checks.within("initial", "initialMin", given.decimal("initialMin"), initial, "min");
        checks.within(
                "final",
                "finalMin",
                given.decimal("finalMin"),
                limit(given, "finalMin").orElseThrow(),
                "min");
        LeChatelier soundness =
                LeChatelier.of(given, limit(given, "soundness").orElseThrow().decimal("to"));
        soundness.put(checks.sheet(), standard);
        if (soundness.failed()) {
            checks.failed().add("soundness");
        }
        fineness(checks, given, "surfaceM2Kg", "m²/kg", BigDecimal.ONE);
        fineness(checks, given, "residue45Percent", "%", Gb8170.TENTH);
        return verdict(checks, soundness);
    }

    private static void requireSense(GivenInputs given) {
        if (given.decimal("finalMin").compareTo(given.decimal("initialMin")) < 0) {
            throw RuleBroken.at("finalMin", "standards.cement.finalBeforeInitial");
        }
    }

    private static Optional<Row> limit(GivenInputs given, String item) {
        return LIMITS.find(row -> row.is("edition", given.choice("edition"))
                && row.words("kinds").contains(given.choice("cementKind"))
                && row.is("item", item));
    }

    private static RuleBroken noKind(GivenInputs given) {
        return RuleBroken.at(
                "cementKind", "standards.cement.noKind", given.choice("cementKind"), given.choice("edition"));
    }

    /** By the surface or by the residue on the sieve: the kind decides which. */
    private static void fineness(
            LimitChecks checks, GivenInputs given, String field, String unit, BigDecimal interval) {
        if (given.has(field)) {
            Row limit = limit(given, field)
                    .orElseThrow(() -> RuleBroken.at(
                            field,
                            "standards.cement.otherFineness",
                            given.choice("cementKind"),
                            given.choice("edition")));
            checks.within("fineness", field, Gb8170.round(given.decimal(field), interval), limit, unit);
        }
    }

    // What has failed stays failed, whatever the boiling brings.
    private static Evaluation verdict(LimitChecks checks, LeChatelier soundness) {
        boolean open = checks.failed().isEmpty() && (!soundness.boiled() || soundness.again());
        return open
                ? checks.sheet().put("failed", List.of()).verdict(soundness.boiled() ? Verdict.RETEST : Verdict.PENDING)
                : checks.done();
    }
}
