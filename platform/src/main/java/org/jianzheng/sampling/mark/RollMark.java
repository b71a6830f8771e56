package org.jianzheng.sampling.mark;

/**
 * A mark of a roll.
 *
 * @param voided why it may not be bound, or null
 * @param onSpecimen whether it is on a specimen of an ordered test
 * @param unordered the sample without an order that it is on, or null
 * @param unorderedEnded whether that sample was given up before an order was joined
 */
public record RollMark(
        String mark,
        String rollNo,
        int position,
        String projectCode,
        String contractorCode,
        String voided,
        boolean onSpecimen,
        String unordered,
        boolean unorderedEnded) {

    /**
     * Why it may not go on a sample of that contractor's for that project, or null.
     *
     * @param sample the sample without an order that is meant, or null
     */
    public String refusal(String contractor, String project, String sample) {
        if (!contractorCode.equals(contractor)) {
            return "是其他施工单位订购的";
        }
        if (!projectCode.equals(project)) {
            return "是为其他工程订购的";
        }
        if (onSpecimen) {
            return "已绑定到其他样品，一个标识只用一次";
        }
        if (unordered != null) {
            return unordered.equals(sample) ? null : "已用于无委托取样的样品，一个标识只用一次";
        }
        return voided == null ? null : "已作废（" + voided + "）";
    }
}
