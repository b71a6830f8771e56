package org.jianzheng.sampling;

import java.util.Arrays;
import org.jianzheng.kernel.RuleBroken;

/** Why a laboratory does not take a sample in (7.1.2, 5.4.6). */
public enum ReceiptRefusal {
    MARK_BROKEN("标识破损"),
    MISMATCH("信息不符"),
    OVERDUE("逾期"),
    OUT_OF_SCOPE("超资质"),
    SHORT("数量不足");

    private final String label;

    ReceiptRefusal(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static ReceiptRefusal of(String name) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("refusal", "sampling.refusal.missing"));
    }
}
