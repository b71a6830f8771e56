package org.jianzheng.testing.yieldpoint;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.acquisition.drawing.CurveMark;
import org.jianzheng.acquisition.marking.MarkedYield;
import org.jianzheng.acquisition.marking.YieldPick;
import org.jianzheng.testing.correction.CorrectionView;

/**
 * What the page of a run shows of its yield.
 *
 * @param last the newest correction of it, whatever became of it; null where there was none
 * @param proposed what that one proposes while it waits; null otherwise
 * @param closed key of the sentence that says why none can be proposed now; null where one can, by who tests it
 */
public record YieldSheet(MarkedYield yield, CorrectionView last, YieldPick proposed, String closed, May may) {

    /** All that is drawn on the curve, what waits for a word too. */
    public List<CurveMark> marks() {
        List<CurveMark> marks = new ArrayList<>(yield.marks());
        if (proposed != null) {
            marks.addAll(proposed.marks("待批准"));
        }
        return marks;
    }

    /** What the acting person may do. */
    public record May(boolean propose, boolean withdraw, boolean approve) {}
}
