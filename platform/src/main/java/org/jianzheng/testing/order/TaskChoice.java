package org.jianzheng.testing.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jianzheng.testing.procedure.RecordForm;

/** What whoever fills in a form of this module decides with it. */
public enum TaskChoice {
    ASSIGN,
    STOP,
    RECORD,
    RETURN;

    public static final String KEY = "decision";
    private static final List<String> OF_A_RETURN = List.of(KEY, "cause", "reason", "observed");

    /** @param usual what a form means that asks for no decision: those of earlier diagrams */
    public static TaskChoice of(RecordForm entered, TaskChoice usual, TaskChoice other) {
        return entered.has(KEY) ? valueOf(entered.choice(KEY, Set.of(usual.name(), other.name()))) : usual;
    }

    /** Only what was measured is the record. */
    public static RecordForm stripped(RecordForm entered) {
        var values = new LinkedHashMap<String, Object>(entered.values());
        OF_A_RETURN.forEach(values::remove);
        return new RecordForm(values);
    }
}
