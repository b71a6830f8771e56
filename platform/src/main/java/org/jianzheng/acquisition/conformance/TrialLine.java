package org.jianzheng.acquisition.conformance;

import java.util.List;

/** What a trial does to the machine that is tried. */
interface TrialLine {

    void open(String runId, String specimen, String method);

    void resend(String runId, List<Integer> seqs);

    void accepted(String runId);

    void refused(String runId, String reason);

    /** Ends its connection to the broker. */
    void cutOff();

    /** Whether connections can be ended from here: not at a broker outside. */
    boolean canCutOff();
}
