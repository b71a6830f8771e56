package org.jianzheng.commission;

/**
 * A failing report that may be tested again now, with what its re-test takes over.
 *
 * @param place unit works and part
 * @param judgedBy 判定依据
 * @param failed the parameters that failed
 * @param nature by whom it is commissioned, as printed
 * @param pieces how many specimens it takes
 */
public record RetestOffer(
        String reportNo,
        String sample,
        String place,
        String represents,
        String maker,
        String batchNo,
        String judgedBy,
        String failed,
        String nature,
        int pieces) {}
