package org.jianzheng.sampling;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Samples on their way from the site to the laboratory's counter. */
@Service
@Transactional
public class Sampling {

    /** The case's latest sample. @throws org.jianzheng.kernel.NotFound when none was ever begun */
    @Transactional(readOnly = true)
    public SampleView sample(String caseId) {
        throw new UnsupportedOperationException("soon");
    }

    /** The same, for pages that show a case which may not have come that far. */
    @Transactional(readOnly = true)
    public Optional<SampleView> find(String caseId) {
        throw new UnsupportedOperationException("soon");
    }
}
