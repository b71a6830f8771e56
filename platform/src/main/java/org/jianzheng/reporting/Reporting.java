package org.jianzheng.reporting;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** The door of the module: reports by case and by number. */
@Service
public class Reporting {

    /** The newest report of the case, whatever its status. */
    public Optional<ReportView> ofCase(String caseId) {
        return Optional.empty();
    }
}
