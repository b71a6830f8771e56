package org.jianzheng.workflow.enginereads;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.springframework.jdbc.core.JdbcTemplate;

/** When what is open of a case began: its processes, activities and tasks, read together within one command. */
class StartTimes implements Session {

    private static final String OPEN =
            """
            SELECT ID_, START_TIME_ FROM ACT_HI_PROCINST WHERE ROOT_PROC_INST_ID_ = ? AND END_TIME_ IS NULL
            UNION ALL
            SELECT ID_, START_TIME_ FROM ACT_HI_ACTINST WHERE ROOT_PROC_INST_ID_ = ? AND END_TIME_ IS NULL
            UNION ALL
            SELECT ID_, START_TIME_ FROM ACT_HI_TASKINST WHERE ROOT_PROC_INST_ID_ = ? AND END_TIME_ IS NULL""";

    private final JdbcTemplate sql;
    private final Map<String, Map<String, Date>> byRoot = new HashMap<>();

    StartTimes(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Null of what this command has begun itself, and of what has ended. */
    Date of(HistoryEvent event) {
        return byRoot.computeIfAbsent(event.getRootProcessInstanceId(), this::read)
                .get(event.getId());
    }

    private Map<String, Date> read(String root) {
        Map<String, Date> began = new HashMap<>();
        sql.query(
                OPEN,
                row -> {
                    began.put(row.getString(1), new Date(row.getTimestamp(2).getTime()));
                },
                root,
                root,
                root);
        return began;
    }

    @Override
    public void flush() {
        // It writes nothing.
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
