package org.jianzheng.commission.caselist;

import java.util.Optional;

/** Knows which case a specimen's mark is of; by the module that marks specimens. */
public interface CaseOfMark {

    /** @param typed the mark as it was scanned or typed. @return the case's id, whoever may see it; empty for what is no mark */
    Optional<String> caseOf(String typed);
}
