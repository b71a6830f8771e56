package org.jianzheng.breach.openwork;

import java.util.Collection;
import java.util.List;

/** What runs on a laboratory's qualifications now; answered by the module that owns the cases. */
public interface OpenWork {

    /** Accepted cases without a signed report. */
    List<OpenCase> all();

    /** Those of one laboratory, of these items. */
    List<OpenCase> on(String labCode, Collection<String> items);

    /**
     * Marks cases as held. What stops them is the gate; this says so wherever they are shown.
     *
     * @param cause what {@link #release} names, so that two causes do not lift each other
     */
    void hold(Collection<String> caseIds, String cause, String reason);

    /** Takes the mark of that cause away. */
    void release(String cause);

    /** Cases that bear the mark of one of these causes. */
    List<OpenCase> heldFor(Collection<String> causes);
}
