package org.jianzheng.acquisition.run;

import java.time.Instant;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;

/** Whether a specimen may be tested now; implemented by what orders tests. */
public interface RunAdmission {

    /**
     * What the mark stands on and how it is to be tested, if it was received and that person is the one who is to test it.
     *
     * @throws RuleBroken with the reason
     */
    AwaitedPiece awaited(String mark, Person operator);

    /**
     * What the mark stands on, if it was received, is of age, waits for its test of that method on that machine, and the
     * person is the one who is to test it.
     *
     * @param at when the test begins: now, ahead of it by a permit, or as the machine says afterwards
     * @throws RuleBroken with the reason
     */
    AdmittedPiece admit(String mark, String method, String equipment, Person operator, Instant at);
}
