package org.jianzheng.workflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Open tasks with their case and their groups, in one question however many they are. */
@Component
public class OpenTaskRows {

    private static final String TASKS =
            """
            SELECT t.ID_, t.TASK_DEF_KEY_, t.NAME_, e.BUSINESS_KEY_, t.CREATE_TIME_, t.DUE_DATE_, t.ASSIGNEE_, l.GROUP_ID_
              FROM ACT_RU_TASK t LEFT JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_
              LEFT JOIN ACT_RU_IDENTITYLINK l
                ON l.TASK_ID_ = t.ID_ AND l.TYPE_ = 'candidate' AND l.GROUP_ID_ IS NOT NULL
             WHERE """;

    private final JdbcTemplate sql;

    OpenTaskRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** In the order of the ids, without those that somebody has completed since they were found. */
    public List<OpenTask> byIds(List<String> ids) {
        Map<String, OpenTask> found = new LinkedHashMap<>();
        ask("t.ID_", ids).forEach(task -> found.put(task.id(), task));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Oldest first. */
    List<OpenTask> ofCases(Collection<String> caseIds) {
        return ask("e.BUSINESS_KEY_", caseIds);
    }

    private List<OpenTask> ask(String column, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, OpenTask> tasks = new LinkedHashMap<>();
        sql.query(
                TASKS + " " + column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?"))
                        + ") ORDER BY t.CREATE_TIME_, t.ID_, l.GROUP_ID_",
                row -> {
                    tasks.merge(row.getString(1), task(row), OpenTaskRows::withGroups);
                },
                wanted.toArray());
        return List.copyOf(tasks.values());
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        String group = row.getString(8);
        return new OpenTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                instant(row.getTimestamp(5)),
                instant(row.getTimestamp(6)),
                row.getString(7),
                group == null ? List.of() : List.of(group));
    }

    private static OpenTask withGroups(OpenTask task, OpenTask same) {
        List<String> groups = new ArrayList<>(task.groups());
        groups.addAll(same.groups());
        return new OpenTask(
                task.id(), task.key(), task.name(), task.caseId(), task.since(), task.due(), task.assignee(), groups);
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
