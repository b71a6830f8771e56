package org.jianzheng.workflow.engine;

import org.jianzheng.kernel.RuleBroken;

/** This person may not do this. Answered with 403. */
public final class Forbidden extends RuleBroken {

    public Forbidden(String code, Object... arguments) {
        super(code, arguments);
    }
}
