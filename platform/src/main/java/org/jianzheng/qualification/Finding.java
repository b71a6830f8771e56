package org.jianzheng.qualification;

/**
 * One thing the gate found.
 *
 * @param subject what it is about: the laboratory's code, a user name, an equipment's code, a role
 * @param reason in Chinese, with the way out
 */
public record Finding(GateRule rule, Severity severity, String subject, String reason) {

    public boolean stops() {
        return severity != Severity.WARN;
    }
}
