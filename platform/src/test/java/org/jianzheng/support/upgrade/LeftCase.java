package org.jianzheng.support.upgrade;

import java.util.List;

/**
 * A case that waits, and all that is still to be done in it.
 *
 * @param caseId business key of its processes
 */
record LeftCase(String scenario, String caseId, List<Act> left) {

    /** The task it waits at. */
    String waitsAt() {
        return left.get(0).task();
    }

    @Override
    public String toString() {
        return waitsAt() + " (" + scenario + ")";
    }
}
