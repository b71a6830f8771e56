package org.jianzheng.notice;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What may stand on a locked phone's screen for anybody to read: one of these sentences and the label of a sample, nothing that
 * was typed. A notice that has one is sent at once to those of its readers who asked for it.
 *
 * @param about label of the sample
 * @param until when it is worth nothing any more; null where it stays true
 */
public record Alert(Sentence sentence, String about, Instant until) {

    private static final Pattern LABEL = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,59}");

    /** Each with its words under {@code notice.alert.}. */
    public enum Sentence {
        TAKE_SAMPLE,
        TAKE_AGAIN,
        WITNESS,
        LATE_DECIDED,
        EVIDENCE_DECIDED,
        RECORD_REFUSED
    }

    /** What does not look like a label is left out: a house's code may hold any letters. */
    public Alert {
        about = LABEL.matcher(about).matches() ? about : "";
    }

    public Alert(Sentence sentence, String about) {
        this(sentence, about, null);
    }
}
