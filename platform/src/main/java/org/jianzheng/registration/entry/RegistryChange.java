package org.jianzheng.registration.entry;

import java.time.Instant;
import java.util.List;

/**
 * One change of a registry, ready to read.
 *
 * @param reason the application it came by
 * @param values field by field, only what differs
 */
public record RegistryChange(
        EntryKind kind,
        String subject,
        String applicationId,
        Instant at,
        String appliedBy,
        String approvedBy,
        boolean added,
        List<Value> values) {

    /** @param before empty for what is new */
    public record Value(String label, String before, String after) {}
}
