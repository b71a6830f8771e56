package org.jianzheng.acquisition;

import java.util.Optional;
import org.jianzheng.acquisition.check.CheckedRun;

/** What the order and the method's standard ask of a run; implemented by what orders tests. */
public interface RunExpectations {

    /** Empty where nothing is known of such a test. */
    Optional<CheckedRun.Expected> of(String caseId, String method);
}
