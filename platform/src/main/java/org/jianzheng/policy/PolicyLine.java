package org.jianzheng.policy;

/**
 * What a laboratory follows today.
 *
 * @param next what it follows after that as things stand, or null
 * @param waiting whether a choice waits for its technical head
 */
public record PolicyLine(
        String lab, String labName, OpenPoint point, PolicySpan now, PolicySpan next, boolean waiting) {}
