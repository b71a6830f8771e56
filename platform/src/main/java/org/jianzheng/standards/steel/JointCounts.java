package org.jianzheng.standards.steel;

import org.jianzheng.kernel.RuleBroken;

/** Joints are tested in threes, and six at a retest; the number alone says which it is. */
final class JointCounts {

    static final int FIRST = 3;
    static final int RETEST = 6;

    private JointCounts() {}

    static void require(String path, int size) {
        if (size != FIRST && size != RETEST) {
            throw RuleBroken.at(path, "standards.input.threeOrSix", size);
        }
    }
}
