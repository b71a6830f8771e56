package org.jianzheng.nonconformity;

import org.jianzheng.nonconformity.loop.LoopState;

/**
 * Another loop over the same material: of the first failure, or of a re-test that failed as well.
 *
 * @param again whether it is the re-test's
 */
public record LinkedLoop(String reportNo, boolean again, LoopState state) {

    /** As forms print it. */
    String text(String stateName) {
        return (again ? "复检不合格报告 " : "原不合格报告 ") + reportNo + "（" + stateName + "）";
    }
}
