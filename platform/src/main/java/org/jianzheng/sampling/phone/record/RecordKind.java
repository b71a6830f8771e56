package org.jianzheng.sampling.phone.record;

/** Which of the two records of the site it is. */
public enum RecordKind {
    TAKE("takeSample", "TAKE"),
    WITNESS("witnessSample", "CONFIRM");

    private final String task;
    private final String done;

    RecordKind(String task, String done) {
        this.task = task;
        this.done = done;
    }

    /** Id of the user task that it completes. */
    public String task() {
        return task;
    }

    /** Whether the form says that it was done on the site, and not that it cannot be or is objected to. */
    boolean isDone(SignedRecord record) {
        return done.equals(String.valueOf(record.form().get("decision")));
    }
}
