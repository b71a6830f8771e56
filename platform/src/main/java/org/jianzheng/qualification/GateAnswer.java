package org.jianzheng.qualification;

import java.util.List;
import java.util.stream.Collectors;

/** The gate's answer: everything found, whether it stops anything or not. */
public record GateAnswer(List<Finding> findings) {

    public GateAnswer {
        findings = List.copyOf(findings);
    }

    public boolean allowed() {
        return findings.stream().noneMatch(Finding::stops);
    }

    /** Why not, in one line, for a message; empty when it is allowed. */
    public String because() {
        return findings.stream().filter(Finding::stops).map(Finding::reason).collect(Collectors.joining("；"));
    }

    /** What does not stop it but has to be shown. */
    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.stops()).toList();
    }
}
