package org.jianzheng.testing;

import java.util.Optional;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.workflow.task.OpenTask;
import org.jianzheng.workflow.task.TasksByName;
import org.springframework.stereotype.Component;

/** Cases begun under earlier diagrams wait for one tester by name: an administrator takes the test back to order it anew. */
@Component
class TakenBackTests implements TasksByName {

    private static final String RECORD = "record";
    private static final String ORDERING = "assignTest";

    private final TestStore store;
    private final Handing handing;

    TakenBackTests(TestStore store, Handing handing) {
        this.store = store;
        this.handing = handing;
    }

    @Override
    public Optional<String> takeBack(OpenTask task, String reason) {
        if (!task.key().startsWith(RECORD)) {
            return Optional.empty();
        }
        handing.takeBack(store.order(task.caseId()), reason);
        return Optional.of(ORDERING);
    }
}
