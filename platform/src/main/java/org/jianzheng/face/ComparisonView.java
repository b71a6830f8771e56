package org.jianzheng.face;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.face.matching.NotCompared;
import org.jianzheng.face.matching.TurnOutcome;
import org.jianzheng.sampling.event.CustodyRecorded.Step;
import org.jianzheng.sampling.event.HeadTurn;

/**
 * A comparison as its readers find it.
 *
 * @param found null while the program has not compared
 * @param turn of the head, when asked to
 * @param word null while nobody has looked
 */
public record ComparisonView(
        String id,
        Subject subject,
        Instant recordedAt,
        String photoSha256,
        ComparisonState state,
        Found found,
        Turn turn,
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

    /**
     * Whether they turned their head.
     *
     * @param asked null where none was asked for
     * @param photos SHA-256 of those taken after that
     * @param outcome null while the program has not judged
     * @param by null where nothing was reckoned, {@code needed} too
     */
    public record Turn(HeadTurn asked, List<String> photos, TurnOutcome outcome, BigDecimal by, BigDecimal needed) {

        static final Turn NONE = new Turn(null, List.of(), null, null, null);
    }

    /** What somebody said. */
    public record Word(HumanAnswer answer, String note, String byName, Instant at) {}
}
