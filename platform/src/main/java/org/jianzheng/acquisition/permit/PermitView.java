package org.jianzheng.acquisition.permit;

import java.time.Instant;
import java.util.List;

/**
 * An offline permit.
 *
 * @param workNumber the operator's, where it named them; else null
 * @param token the signed permit, for the machine's host
 * @param revoked null where nobody did
 */
public record PermitView(
        String id,
        String labCode,
        String equipment,
        String operatorName,
        String workNumber,
        Instant from,
        Instant until,
        List<PermitPiece> pieces,
        String token,
        Instant madeAt,
        Revoked revoked) {

    public record Revoked(String byName, String reason, Instant at) {}

    /** How it stands, as a key of messages. */
    public String standing(Instant now) {
        return revoked != null ? "REVOKED" : now.isAfter(until) ? "OVER" : "VALID";
    }

    /** Of the colour that says it. */
    public String kind(Instant now) {
        return switch (standing(now)) {
            case "VALID" -> "passed";
            case "OVER" -> "closed";
            default -> "overdue";
        };
    }

    /** Id of the run of that piece. */
    public String runId(PermitPiece piece) {
        return id + "-" + piece.number();
    }

    /** The operator as pages and prints name them. */
    public String named() {
        return workNumber == null ? operatorName : operatorName + "（" + workNumber + "）";
    }

    /** Until when what was tested under it may still arrive. */
    public Instant takenUntil() {
        return until.plus(PermitContent.LATE);
    }
}
