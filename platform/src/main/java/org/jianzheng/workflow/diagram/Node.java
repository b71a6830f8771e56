package org.jianzheng.workflow.diagram;

import java.util.List;
import java.util.Map;

/**
 * What a case comes to in a diagram.
 *
 * @param waits whether anything else may happen before it goes on
 * @param entrances flows that lead here
 * @param called key of the process it calls, or null
 * @param inner what is in a sub-process, or null
 */
record Node(
        String id,
        String name,
        Kind kind,
        boolean waits,
        int entrances,
        List<Exit> exits,
        Work work,
        List<Interruption> interruptions,
        Call called,
        Graph inner) {

    enum Kind {
        DOING,
        CHOICE,
        FORK,
        INSIDE,
        END,
        END_OF_ALL,
        /** An error: the case goes on where it is caught. */
        THROWN
    }

    /**
     * A flow that leaves.
     *
     * @param condition null where it has none
     * @param last taken where no other is
     */
    record Exit(String id, Condition condition, boolean last) {}

    /**
     * What is called here.
     *
     * @param asked for what is shown, timed or named
     * @param step null where none is done
     * @param outputs what is set afterwards, by variable; null for what nobody can foretell
     */
    record Work(List<StepCall> asked, StepCall step, String result, Map<String, StepCall> outputs) {}

    /** An event at its border. */
    record Interruption(boolean ends, List<Exit> exits) {}

    /**
     * A call of another process.
     *
     * @param in variables handed over, callee's by caller's
     * @param out variables handed back, caller's by callee's
     */
    record Call(String process, Map<String, String> in, Map<String, String> out) {}
}
