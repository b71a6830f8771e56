package org.jianzheng.sampling;

import java.util.Collection;
import java.util.Set;

/** Whose specimens have been tested; answered by what orders tests. */
public interface TestedSamples {

    /** Those of the cases whose test has come to a result. */
    Set<String> among(Collection<String> caseIds);
}
