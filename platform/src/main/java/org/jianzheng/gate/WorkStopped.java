package org.jianzheng.gate;

/**
 * The gate stopped a laboratory that was at work on what it may not do. Published in the transaction that was refused, which
 * is about to be rolled back.
 *
 * @param subject what it is about: the laboratory's code, a user name, an equipment code
 * @param item null where all items are meant
 * @param reason in Chinese
 * @param caseId the case that was stopped, or null
 */
public record WorkStopped(String labCode, GateRule rule, String subject, String item, String reason, String caseId) {}
