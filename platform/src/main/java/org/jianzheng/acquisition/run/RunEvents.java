package org.jianzheng.acquisition.run;

import java.time.Instant;
import java.util.List;

/** What happens to runs, told in the transaction in which it happens. */
public final class RunEvents {

    private RunEvents() {}

    public record Sealed(String runId) {}

    /** @param seqs numbers that came with different bytes; the machine's hash said which it meant */
    public record Conflicting(String runId, List<Integer> seqs) {}

    public record Incomplete(String runId, String reason) {}

    /** @param begun whether the machine had sent anything by then: somebody may have seen a force that did not please them */
    public record BrokenOff(String runId, String reason, boolean begun) {}

    /** A run under a permit that was revoked after the test, by the machine's clock, and before it arrived. */
    public record UsedAfterRevocation(String runId, Instant revokedAt) {}

    /** A run under a permit has begun to arrive: when it began by the machine's clock, and when that came. */
    public record PermitUsed(String runId, Instant startedAt, Instant arrivedAt) {}

    /** Nothing came of a test for which a permit was made, and now nothing can come any more. */
    public record PermitUnused(
            String permitId, String runId, String labCode, String caseId, String sampleNo, int position) {}

    /** A run began with software that was not tried on that machine. */
    public record Unvalidated(String labCode, String equipment, String software) {}

    /**
     * Something was sent that was not taken.
     *
     * @param why name of the kind
     * @param detail for the machine's maker
     */
    public record Quarantined(String labCode, String equipment, String runId, String why, String detail) {}

    /** A machine has sent as much on one day that was not taken as is kept of it. */
    public record QuarantineFull(String labCode, String equipment) {}
}
