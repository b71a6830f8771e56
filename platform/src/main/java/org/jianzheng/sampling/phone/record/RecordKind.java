package org.jianzheng.sampling.phone.record;

import java.util.Set;
import org.jianzheng.kernel.FormValues;

/** Which of the two records of the site it is. */
public enum RecordKind {
    TAKE("takeSample", Set.of("GIVE_UP")),
    WITNESS("witnessSample", Set.of("OBJECT", "CANNOT"));

    private final String task;
    private final Set<String> declined;

    RecordKind(String task, Set<String> declined) {
        this.task = task;
        this.declined = declined;
    }

    /** Id of the user task that it completes. */
    public String task() {
        return task;
    }

    /**
     * Whether it has to prove that it was done on the site: whatever does not plainly say that it cannot be done, or is objected
     * to, read as the custody chain reads it.
     */
    boolean isDone(SignedRecord record) {
        return !record.giveBack() && !declined.contains(new FormValues(record.form()).text("decision"));
    }
}
