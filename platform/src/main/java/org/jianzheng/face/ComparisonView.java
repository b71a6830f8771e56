package org.jianzheng.face;

import java.math.BigDecimal;
import java.time.Instant;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.face.matching.NotCompared;
import org.jianzheng.sampling.event.CustodyRecorded.Step;

/**
 * A comparison as its readers find it.
 *
 * @param found null while the program has not compared
 * @param word null while nobody has looked
 */
public record ComparisonView(
        String id,
        Subject subject,
        Instant recordedAt,
        String photoSha256,
        ComparisonState state,
        Found found,
        Word word) {

    /** Whose record of what. */
    public record Subject(Step step, String sample, String caseId, String labCode, String username, String name) {}

    /**
     * What the program found.
     *
     * @param why null unless nothing was compared
     * @param score null where none was reckoned, thresholds too
     * @param model empty where nothing reckoned
     */
    public record Found(
            FaceOutcome outcome,
            NotCompared why,
            BigDecimal score,
            BigDecimal acceptFrom,
            BigDecimal refuseBelow,
            String model,
            boolean portraitConfirmed,
            Instant at) {}

    /** What somebody said. */
    public record Word(HumanAnswer answer, String note, String byName, Instant at) {}
}
