package org.jianzheng.testing;

import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: what was found out about the sample of a case. */
@Service
@Transactional
public class Testing {

    /**
     * The current result of the case.
     *
     * @throws NotFound where nothing has been evaluated yet
     */
    @Transactional(readOnly = true)
    public ResultView result(String caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("testing.result.none"));
    }

    @Transactional(readOnly = true)
    public Optional<ResultView> find(String caseId) {
        return Optional.empty();
    }

    /**
     * The reviewer or signatory sends the record back. The testing diagram then asks its tester for a further version of
     * every raw record, shows the reason, and demands one from the tester.
     *
     * @param reason what is wrong with the record, in the reviewer's words
     */
    public void sendBack(String caseId, String reason) {
        throw new NotFound("testing.result.none");
    }
}
