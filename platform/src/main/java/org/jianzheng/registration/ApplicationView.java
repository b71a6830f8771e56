package org.jianzheng.registration;

import java.time.Instant;
import org.jianzheng.registration.entry.EntryKind;

/**
 * An application as others read it.
 *
 * @param house path of the house whose entries they are
 * @param subject what it is about, in a word
 * @param round how often it was submitted
 * @param reason why it was returned or withdrawn; empty when it was not
 */
public record ApplicationView(
        String id,
        EntryKind kind,
        String house,
        String subject,
        ApplicationStatus status,
        int round,
        Instant submittedAt,
        String submittedName,
        Instant dueAt,
        Instant decidedAt,
        String decidedName,
        String reason,
        boolean overdue) {}
