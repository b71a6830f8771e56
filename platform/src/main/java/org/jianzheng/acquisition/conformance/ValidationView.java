package org.jianzheng.acquisition.conformance;

import java.time.Instant;
import java.util.Map;

/**
 * What a trial came to.
 *
 * @param software as the machine named itself and its version; empty where it never began
 */
public record ValidationView(
        String id,
        String equipment,
        String labCode,
        String software,
        boolean passed,
        Map<ContractStep, StepOutcome> steps,
        String triedName,
        Instant triedAt) {}
