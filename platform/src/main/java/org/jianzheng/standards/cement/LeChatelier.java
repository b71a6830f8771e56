package org.jianzheng.standards.cement;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Rational;

/** Soundness: how far the needles of two moulds opened while boiling, and again from the same sample where it was too far. */
record LeChatelier(List<BigDecimal> first, List<BigDecimal> repeated, BigDecimal most) {

    // The needles are read to 0.5 mm: one division may be lost, more is a pair of readings in the wrong order.
    private static final BigDecimal MISREAD = new BigDecimal("-0.5");

    static InputField needles(String name) {
        return InputField.group(name, InputField.unsigned("aMm", "mm", "100"), InputField.unsigned("cMm", "mm", "100"))
                .many(2, 2)
                .optional();
    }

    static LeChatelier of(GivenInputs given, BigDecimal most) {
        LeChatelier sample = new LeChatelier(opened(given, "soundness"), opened(given, "soundnessRepeat"), most);
        if (!sample.repeated.isEmpty() && !sample.over(sample.first)) {
            throw RuleBroken.at("soundnessRepeat", "standards.cement.repeatOfSound");
        }
        return sample;
    }

    private static List<BigDecimal> opened(GivenInputs given, String name) {
        List<GivenInputs> moulds = given.groups(name);
        for (int i = 0; i < moulds.size(); i++) {
            if (opened(moulds.get(i)).compareTo(MISREAD) < 0) {
                throw RuleBroken.at(name + "[" + i + "].cMm", "standards.cement.needlesClosed");
            }
        }
        return moulds.stream().map(LeChatelier::opened).toList();
    }

    private static BigDecimal opened(GivenInputs mould) {
        return mould.decimal("cMm").subtract(mould.decimal("aMm"));
    }

    void put(AnswerSheet sheet, String standard) {
        List<BigDecimal> tenths =
                first.stream().map(mm -> Gb8170.round(mm, Gb8170.TENTH)).toList();
        sheet.put("expansionsMm", first.isEmpty() ? null : tenths)
                .put("meanExpansionMm", mean(first))
                .put("repeatMeanMm", mean(repeated))
                .limit("meanExpansionMm", "<=", most, "mm", standard);
    }

    boolean boiled() {
        return !first.isEmpty();
    }

    /** Not failed yet: the same sample is done again at once. */
    boolean again() {
        return over(first) && repeated.isEmpty();
    }

    boolean failed() {
        return over(repeated);
    }

    // The mean meets its limit unrounded.
    private boolean over(List<BigDecimal> opened) {
        return !opened.isEmpty() && Rational.mean(opened).compareTo(most) > 0;
    }

    private static BigDecimal mean(List<BigDecimal> opened) {
        return opened.isEmpty() ? null : Gb8170.hundredth(Rational.mean(opened));
    }
}
