package org.jianzheng.acquisition.check;

import java.util.Optional;

/** One rule over a run. Holds no state; what it needs and was not given makes it silent. */
interface SmartCheck {

    /** As the table of settings and the messages name it: {@code acquisition.check.<name>}. */
    String name();

    /** Whether it can say something before the run has ended. */
    default boolean whileArriving() {
        return false;
    }

    /** What it can say by then. */
    default Optional<CheckFinding> checkArriving(CheckedRun run, CheckSetting setting) {
        return check(run, setting);
    }

    Optional<CheckFinding> check(CheckedRun run, CheckSetting setting);
}
