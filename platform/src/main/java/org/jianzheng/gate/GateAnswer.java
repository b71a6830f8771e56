package org.jianzheng.gate;

import java.util.List;
import java.util.stream.Collectors;

/** The gate's answer: everything found, whether it stops anything or not. */
public record GateAnswer(List<GateFinding> findings) {

    public GateAnswer {
        findings = List.copyOf(findings);
    }

    public boolean allowed() {
        return findings.stream().noneMatch(GateFinding::stops);
    }

    /** Why not, in one line, for a message; empty when it is allowed. */
    public String because() {
        return findings.stream()
                .filter(GateFinding::stops)
                .map(GateFinding::reason)
                .collect(Collectors.joining("；"));
    }

    /** What does not stop it but has to be shown. */
    public List<GateFinding> warnings() {
        return findings.stream().filter(finding -> !finding.stops()).toList();
    }
}
