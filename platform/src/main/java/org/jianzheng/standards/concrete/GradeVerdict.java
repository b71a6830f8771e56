package org.jianzheng.standards.concrete;

import java.math.BigDecimal;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.Verdict;

/** A group value against the strength of its grade: MPa are compared, never the percentage. */
final class GradeVerdict {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private GradeVerdict() {}

    static void limit(AnswerSheet sheet, String grade, BigDecimal strength) {
        sheet.limit(Evaluation.REPRESENTATIVE, ">=", strength, "MPa", grade);
    }

    /** Before the design age the strength is no verdict on the grade. */
    static Evaluation judge(AnswerSheet sheet, String grade, BigDecimal strength, BigDecimal result, TestAge age) {
        age.decide(sheet);
        return age.early() ? percent(sheet, strength, result).unjudged() : judge(sheet, grade, strength, result);
    }

    private static Evaluation judge(AnswerSheet sheet, String grade, BigDecimal strength, BigDecimal result) {
        limit(sheet, grade, strength);
        return percent(sheet, strength, result).verdict(Verdict.of(result.compareTo(strength) >= 0));
    }

    private static AnswerSheet percent(AnswerSheet sheet, BigDecimal strength, BigDecimal result) {
        Rational percent = Rational.quotient(result.multiply(HUNDRED), strength);
        return sheet.representative(result).put("percentOfGrade", Gb8170.round(percent, BigDecimal.ONE));
    }
}
