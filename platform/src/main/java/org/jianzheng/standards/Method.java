package org.jianzheng.standards;

import java.util.List;

/** One calculation of a standard: a pure function of what was given. */
interface Method {

    String PASS = "PASS";
    String FAIL = "FAIL";

    /** The name on the wire. */
    String name();

    List<Field> inputs();

    Evaluation evaluate(Given given);

    static String verdict(boolean met) {
        return met ? PASS : FAIL;
    }
}
