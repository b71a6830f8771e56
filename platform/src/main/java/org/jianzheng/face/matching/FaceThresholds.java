package org.jianzheng.face.matching;

import java.math.BigDecimal;

/**
 * From which likeness on two faces are one person's, and below which they are not; between them a person looks.
 *
 * @param accept at least this is the same
 * @param refuse less than this is somebody else
 */
public record FaceThresholds(BigDecimal accept, BigDecimal refuse) {

    public FaceThresholds {
        boolean sound = refuse.signum() > 0 && refuse.compareTo(accept) < 0 && accept.compareTo(BigDecimal.ONE) < 0;
        if (!sound) {
            throw new IllegalStateException(
                    "jianzheng.face.refuse and jianzheng.face.accept must be 0 < refuse < accept < 1, not " + refuse
                            + " and " + accept);
        }
    }

    /** @param score likeness, of which 1 is the same picture */
    public FaceOutcome judge(BigDecimal score) {
        if (score.compareTo(accept) >= 0) {
            return FaceOutcome.SAME;
        }
        return score.compareTo(refuse) < 0 ? FaceOutcome.DIFFERENT : FaceOutcome.UNSURE;
    }
}
