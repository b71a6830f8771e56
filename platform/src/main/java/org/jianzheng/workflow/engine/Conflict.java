package org.jianzheng.workflow.engine;

import org.jianzheng.kernel.RuleBroken;

/** Somebody was faster: the task is done, taken, or being done right now. Answered with 409. */
public final class Conflict extends RuleBroken {

    Conflict(String code, Object... arguments) {
        super(code, arguments);
    }
}
