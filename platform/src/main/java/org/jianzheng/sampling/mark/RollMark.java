package org.jianzheng.sampling.mark;

/**
 * A mark of a roll.
 *
 * @param voided why it may not be bound, or null
 */
public record RollMark(
        String mark, String rollNo, int position, String projectCode, String contractorCode, String voided) {}
