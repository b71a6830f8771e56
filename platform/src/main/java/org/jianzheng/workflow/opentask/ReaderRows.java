package org.jianzheng.workflow.opentask;

import java.util.Collection;
import java.util.Collections;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of {@code workflow_open_task}, always made anew from what the engine's tables say of a task. */
@Component
class ReaderRows {

    private static final String COLUMNS =
            "reader, created_at, task_id, candidate, suspension, assignee, name, priority,"
                    + " due_at, follow_up_at, case_id";

    private static final String OF_TASK = " t.CREATE_TIME_, t.ID_, %s, t.SUSPENSION_STATE_, t.ASSIGNEE_, t.NAME_,"
            + " t.PRIORITY_, t.DUE_DATE_, t.FOLLOW_UP_DATE_, e.BUSINESS_KEY_ FROM ACT_RU_TASK t"
            + " LEFT JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_ ";

    /** Asked so that only the index by task can answer: that by group leads through all tasks of the group. */
    private static final String LINKS =
            "FROM ACT_RU_IDENTITYLINK l WHERE l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate')";

    /** Resource 7 is a task, 2 the permission to read it. */
    private static final String READERS = "SELECT CASE WHEN a.GROUP_ID_ IS NULL"
            + " THEN CONCAT('user:', a.USER_ID_) ELSE CONCAT('group:', a.GROUP_ID_) END,"
            + OF_TASK.formatted(
                    "COALESCE((SELECT MAX(CASE WHEN l.GROUP_ID_ = a.GROUP_ID_ THEN 1 ELSE 0 END) " + LINKS + ", 0)")
            + "JOIN ACT_RU_AUTHORIZATION a ON a.RESOURCE_ID_ = t.ID_"
            + " WHERE a.RESOURCE_TYPE_ = 7 AND a.TYPE_ = 1 AND MOD(FLOOR(a.PERMS_ / 2), 2) = 1 AND t.ID_ IN (%1$s)";

    private static final String NAMED = "SELECT CONCAT('named:', v.TEXT_),"
            + OF_TASK.formatted("0")
            + "JOIN ACT_RU_VARIABLE v ON v.EXECUTION_ID_ = t.PROC_INST_ID_ AND v.NAME_ = 'labCode'"
            + " AND v.TASK_ID_ IS NULL WHERE t.ASSIGNEE_ IS NOT NULL AND v.TEXT_ IS NOT NULL"
            + " AND (SELECT COUNT(l.GROUP_ID_) " + LINKS + " = 0 AND t.ID_ IN (%1$s)";

    private static final String SUSPENSION =
            "(SELECT t.SUSPENSION_STATE_ FROM ACT_RU_TASK t WHERE t.ID_ = workflow_open_task.task_id)";

    private final JdbcTemplate sql;

    ReaderRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param fresh whether there can be no rows of them yet */
    void write(Collection<String> tasks, boolean fresh) {
        String marks = String.join(", ", Collections.nCopies(tasks.size(), "?"));
        if (!fresh) {
            sql.update("DELETE FROM workflow_open_task WHERE task_id IN (" + marks + ")", tasks.toArray());
        }
        Object[] twice = new Object[2 * tasks.size()];
        int i = 0;
        for (String task : tasks) {
            twice[i] = task;
            twice[tasks.size() + i++] = task;
        }
        sql.update(
                "INSERT INTO workflow_open_task (" + COLUMNS + ") "
                        + (READERS + " UNION ALL " + NAMED).formatted(marks),
                twice);
    }

    /** What was suspended or activated by the process, which touches no single task. */
    void suspension() {
        sql.update("UPDATE workflow_open_task SET suspension = " + SUSPENSION + " WHERE suspension <> " + SUSPENSION);
    }
}
