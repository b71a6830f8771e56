package org.jianzheng.workflow.answer;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.transaction.HeldByTransaction;
import org.jianzheng.workflow.task.RecordedAnswer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the answers of a transaction with what they are about: one insert before it commits, none where it does not. */
@Component
public class AnswerStore {

    private static final int MOST = 500;
    private static final String COLUMNS = "case_id, root_id, deployment, process, step, variable, answer, at";

    private final JdbcTemplate database;
    private final Clock clock;

    AnswerStore(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An answer on its way to its row. */
    record Given(
            String caseId,
            String root,
            String deployment,
            String process,
            String step,
            String variable,
            String answer) {}

    /** Oldest first, 500 of a page at most; the caller has checked who may know of the case. */
    public List<RecordedAnswer> of(String caseId, int page, int size) {
        int rows = Math.min(size, MOST);
        long before = (long) page * rows;
        return database.query(
                "select " + COLUMNS + " from workflow_answer where case_id = ? order by number limit ? offset ?",
                (row, index) -> new RecordedAnswer(
                        before + index + 1,
                        row.getString("root_id"),
                        row.getString("deployment"),
                        row.getString("process"),
                        row.getString("step"),
                        row.getString("variable"),
                        row.getString("answer"),
                        CityTime.instant(row, "at")),
                caseId,
                rows,
                before);
    }

    void add(Given given) {
        HeldByTransaction.current(OfTransaction.class, OfTransaction::new).all.add(given);
    }

    private void insert(List<Given> all) {
        LocalDateTime at = CityTime.utc(clock.instant());
        String rows = String.join(", ", Collections.nCopies(all.size(), "(?, ?, ?, ?, ?, ?, ?, ?)"));
        database.update(
                "insert into workflow_answer (" + COLUMNS + ") values " + rows,
                all.stream()
                        .flatMap(one -> Stream.of(
                                one.caseId(),
                                one.root(),
                                one.deployment(),
                                one.process(),
                                one.step(),
                                one.variable(),
                                one.answer(),
                                at))
                        .toArray());
    }

    private final class OfTransaction extends HeldByTransaction {

        private final List<Given> all = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            insert(all);
        }
    }
}
