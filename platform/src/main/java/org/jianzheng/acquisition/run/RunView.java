package org.jianzheng.acquisition.run;

import java.math.BigDecimal;
import java.time.Instant;
import org.jianzheng.identity.CaseParties;

/**
 * A run of a machine.
 *
 * @param sealed null until it is whole
 * @param reason why it is incomplete or was broken off; null where it is neither
 * @param allowance who allowed another after this one was broken off; null where nobody did
 * @param yieldFromKn at which force a bar of that grade may yield at the earliest by its standard; null for what does not yield
 */
public record RunView(
        String id,
        String caseId,
        CaseParties parties,
        Piece piece,
        Source source,
        RunState state,
        Times times,
        Sealed sealed,
        String reason,
        Allowance allowance,
        BigDecimal yieldFromKn) {

    /**
     * What is tested.
     *
     * @param number which test of the specimen it is, from 1
     */
    public record Piece(String sampleNo, String mark, int position, String method, String stage, int number) {}

    /**
     * @param software as the machine names itself and its version; null before it has begun
     * @param validated whether it was tried on the machine by then and kept the contract; null of runs that are older than
     *     trials
     * @param workNumber the operator's, where it named them and nobody else; else null
     * @param permit id of the offline permit that opened it; null where a person did
     */
    public record Source(
            String equipment,
            String software,
            Boolean validated,
            String operator,
            String operatorName,
            String workNumber,
            String permit) {

        /** The operator as pages and prints name them. */
        public String named() {
            return workNumber == null ? operatorName : operatorName + "（" + workNumber + "）";
        }
    }

    /**
     * @param begun when the begin arrived; null before
     * @param machineStarted when the machine says it began, by its own clock
     * @param ended when it was sealed, broken off or taken for incomplete
     * @param tested when the test was; null before it has begun
     */
    public record Times(
            Instant opened, Instant begun, Instant machineStarted, Instant ended, Instant sealed, Span tested) {}

    /** @param to null while it lasts, and where nobody knows */
    public record Span(Instant from, Instant to) {}

    /**
     * @param reportedPeakKn what the machine says, beside the curve's own
     * @param sha256 over the points, as the wire contract says
     * @param chunksSha256 over the SHA-256 of the chunks, in their order
     */
    public record Sealed(
            int points, BigDecimal peakKn, BigDecimal reportedPeakKn, String sha256, String chunksSha256) {}

    /** A second person's word that the piece may be tested once more. */
    public record Allowance(String username, String name, String reason, Instant at) {}
}
