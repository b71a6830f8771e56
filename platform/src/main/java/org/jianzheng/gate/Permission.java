package org.jianzheng.gate;

import java.util.List;

/**
 * The gate's answer.
 *
 * @param reasons why not, in Chinese, each with the way out; empty when it is allowed
 */
public record Permission(List<String> reasons) {

    public Permission {
        reasons = List.copyOf(reasons);
    }

    public boolean allowed() {
        return reasons.isEmpty();
    }

    /** All reasons in one line, for a message. */
    public String because() {
        return String.join("；", reasons);
    }
}
