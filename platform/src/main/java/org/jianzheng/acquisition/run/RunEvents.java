package org.jianzheng.acquisition.run;

import java.util.List;
import org.jianzheng.acquisition.curve.Curve;

/** What happens to runs, told in the transaction in which it happens. */
public final class RunEvents {

    private RunEvents() {}

    /** @param reportedPeak newtons, as the machine says it */
    public record Sealed(String runId, Curve curve, int reportedPeak) {}

    /** @param seqs numbers that came with different bytes; the machine's hash said which it meant */
    public record Conflicting(String runId, List<Integer> seqs) {}

    public record Incomplete(String runId, String reason) {}

    /**
     * Something was sent that was not taken.
     *
     * @param why name of the kind
     * @param detail for the machine's maker
     */
    public record Quarantined(String labCode, String equipment, String runId, String why, String detail) {}
}
