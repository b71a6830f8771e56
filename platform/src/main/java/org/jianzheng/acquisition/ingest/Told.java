package org.jianzheng.acquisition.ingest;

import org.jianzheng.acquisition.run.Run;

/** What one message of a machine says. */
public sealed interface Told {

    /** The run it names in its body. */
    String runId();

    /** Its number in the run; 0 for a begin and an end. */
    default int seq() {
        return 0;
    }

    /** @param permit under which it began, as it was handed out; null where it was opened beforehand */
    record Begun(String runId, Run.Begin begin, String permit) implements Told {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Samples(String runId, int seq, int[] millis, int[] newtons) implements Told {}

    /**
     * @param chunks how many there are, numbered from 0
     * @param sha256 over all points in order, lower-case hex
     */
    record Ended(String runId, int chunks, int points, int peakNewtons, String sha256) implements Told {}
}
