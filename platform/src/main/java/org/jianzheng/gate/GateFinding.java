package org.jianzheng.gate;

/**
 * One thing the gate found.
 *
 * @param subject what it is about: the laboratory's code, a user name, an equipment's code, a role
 * @param reason in Chinese, with the way out
 */
public record GateFinding(GateRule rule, Severity severity, String subject, String reason) {

    /** The reason without its last clause, the way out, which speaks to whoever was refused. */
    public String fact() {
        int wayOut = Math.max(reason.lastIndexOf("，请"), reason.lastIndexOf("；如确需"));
        return wayOut < 0 ? reason : reason.substring(0, wayOut);
    }

    public boolean stops() {
        return severity != Severity.WARN;
    }
}
