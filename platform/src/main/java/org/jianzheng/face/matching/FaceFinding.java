package org.jianzheng.face.matching;

import java.math.BigDecimal;

/**
 * What a matcher found.
 *
 * @param why null unless nothing was compared
 * @param score likeness to four places; null where none was reckoned
 * @param thresholds that it was judged by; null where nothing was judged
 * @param model what reckoned: hash of the models, or what the service calls its own; empty where nothing did
 */
public record FaceFinding(
        FaceOutcome outcome, NotCompared why, BigDecimal score, FaceThresholds thresholds, String model) {

    public static FaceFinding judged(BigDecimal score, FaceThresholds thresholds, String model) {
        return new FaceFinding(thresholds.judge(score), null, score, thresholds, model);
    }

    public static FaceFinding noFace(String model) {
        return new FaceFinding(FaceOutcome.NO_FACE, null, null, null, model);
    }

    public static FaceFinding notCompared(NotCompared why, String model) {
        return new FaceFinding(FaceOutcome.NOT_COMPARED, why, null, null, model);
    }
}
