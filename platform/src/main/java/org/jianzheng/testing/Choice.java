package org.jianzheng.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What whoever fills in a form of this module decides with it. */
enum Choice {
    ASSIGN,
    STOP,
    RECORD,
    RETURN;

    static final String KEY = "decision";
    private static final List<String> OF_A_RETURN = List.of(KEY, "cause", "reason", "observed");

    /** @param usual what a form means that asks for no decision: those of earlier diagrams */
    static Choice of(Entered entered, Choice usual, Choice other) {
        return entered.has(KEY) ? valueOf(entered.choice(KEY, Set.of(usual.name(), other.name()))) : usual;
    }

    /** Only what was measured is the record. */
    static Entered stripped(Entered entered) {
        var values = new LinkedHashMap<String, Object>(entered.values());
        OF_A_RETURN.forEach(values::remove);
        return new Entered(values);
    }
}
