package org.jianzheng.commission;

import org.jianzheng.identity.CaseVisibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commissions and the cases they open. */
@Service
@Transactional
public class Commissions implements CaseVisibility {

    /** @throws org.jianzheng.kernel.NotFound when there is no such case */
    @Transactional(readOnly = true)
    public CommissionView find(String caseId) {
        throw new UnsupportedOperationException("soon");
    }

    /**
     * Tells where the case stands now; called by the modules that take it there (testing when a test is ordered, reporting
     * when a draft is made and when the report is issued, archive when it is filed).
     */
    public void enter(String caseId, Stage stage) {
        throw new UnsupportedOperationException("soon");
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String caseId) {
        throw new UnsupportedOperationException("soon");
    }
}
