package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.Verdict;

/** Bend test of welded joints to 90°, JGJ 18-2012: 3 specimens, 6 at a retest. */
public final class WeldBend implements Method {

    private static final StandardTable VERDICTS = StandardTable.load("weld-bend");

    /** JGJ 18-2012 table 5.1.8. */
    public static final Set<String> WELDS = Set.of("闪光对焊", "气压焊");

    @Override
    public String name() {
        return "weld-bend";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(InputField.unsigned("crackWidthsMm", "mm", "100").many(3, 6));
    }

    @Override
    public int again(int first) {
        return JointCounts.RETEST;
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        List<BigDecimal> cracks = given.decimals("crackWidthsMm");
        JointCounts.require("crackWidthsMm", cracks.size());
        BigDecimal limit = VERDICTS.rows().get(0).decimal("crack_mm");
        int broken = (int)
                cracks.stream().filter(crack -> crack.compareTo(limit) >= 0).count();
        return new AnswerSheet(this)
                .put("broken", broken)
                .decide("stage", cracks.size() == JointCounts.RETEST ? "RETEST" : "FIRST")
                .limit("crackWidthsMm", "<", limit, "mm", "JGJ 18-2012")
                .verdict(Verdict.valueOf(VERDICTS.first(row ->
                                row.within("broken", broken) && row.is("specimens", String.valueOf(cracks.size())))
                        .text("verdict")));
    }
}
