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

    /** @throws IllegalArgumentException where it is about anything but a label */
    public Alert {
        if (!about.isEmpty() && !LABEL.matcher(about).matches()) {
            throw new IllegalArgumentException("Not fit for a locked screen");
        }
    }

    public Alert(Sentence sentence, String about) {
        this(sentence, about, null);
    }
}
