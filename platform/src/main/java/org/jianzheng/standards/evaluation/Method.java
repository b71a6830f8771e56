package org.jianzheng.standards.evaluation;

import java.time.Duration;
import java.util.List;

/** One calculation of a standard: a pure function of what was given. */
public interface Method {

    /** The name on the wire. */
    String name();

    List<InputField> inputs();

    Evaluation evaluate(GivenInputs given);

    /** How many specimens take the place of so many that did not pass, where it may be done again; 0 where it may not. */
    default int again(int first) {
        return 0;
    }

    /** How long a test with these readings takes at least; nothing where the standard does not say. */
    default Duration lasts(GivenInputs given) {
        return Duration.ZERO;
    }
}
