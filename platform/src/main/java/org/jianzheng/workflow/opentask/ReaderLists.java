package org.jianzheng.workflow.opentask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.workflow.opentask.ReaderQuery.Sorting;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages of the readers' rows. A reader's rows lie together and in the order of their age, so the rest are never looked at. */
@Component
class ReaderLists {

    private static final Pattern ROW = Pattern.compile("\\br\\.");
    private static final Pattern TASK = Pattern.compile("\\bt\\.");
    private static final Pattern PROCESS = Pattern.compile("\\bd\\.");

    private final JdbcTemplate sql;

    ReaderLists(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Ids of the tasks of a page. Of several readers each gives as many as could be on it; the same task counts once. */
    List<String> page(ReaderQuery query, int first, int size) {
        List<Sorting> sorting = query.sorting();
        String direction = sorting.isEmpty() ? " ASC" : sorting.get(0).direction();
        String keys = IntStream.range(0, sorting.size())
                .mapToObj(i -> ", " + sorting.get(i).column() + " AS s" + i)
                .collect(Collectors.joining());
        String order = " ORDER BY "
                + IntStream.range(0, sorting.size())
                        .mapToObj(i -> "s" + i + sorting.get(i).direction() + ", ")
                        .collect(Collectors.joining())
                + "task_id" + direction + " LIMIT ? ";
        long reach = (long) first + size;
        String one = "(SELECT r.task_id" + keys + from(query.condition().sql() + keys) + " WHERE r.reader = ? AND "
                + query.condition().sql() + order + ")";
        List<Object> values = new ArrayList<>();
        query.readers().forEach(reader -> {
            values.add(reader);
            values.addAll(query.condition().values());
            values.add(reach);
        });
        values.add(size);
        values.add(first);
        return sql.query(
                "SELECT task_id FROM ("
                        + String.join(
                                " UNION ", Collections.nCopies(query.readers().size(), one)) + ") found" + order
                        + "OFFSET ?",
                (row, i) -> row.getString(1),
                values.toArray());
    }

    /** Each reader's rows but for those that an earlier reader has as well: most have their own, or few. */
    long count(ReaderQuery query) {
        String condition = query.condition().sql();
        String again =
                " AND NOT EXISTS (SELECT 1 FROM workflow_open_task o WHERE o.task_id = r.task_id AND o.reader IN (%s) AND "
                        + ROW.matcher(condition).replaceAll("o.") + ")";
        List<String> counts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < query.readers().size(); i++) {
            values.add(query.readers().get(i));
            values.addAll(query.condition().values());
            if (i > 0) {
                values.addAll(query.readers().subList(0, i));
                values.addAll(query.condition().values());
            }
            counts.add("SELECT COUNT(*) AS c" + from(condition) + " WHERE r.reader = ? AND " + condition
                    + (i == 0 ? "" : again.formatted(String.join(", ", Collections.nCopies(i, "?")))));
        }
        Long sum = sql.queryForObject(
                "SELECT SUM(c) FROM (" + String.join(" UNION ALL ", counts) + ") counted",
                Long.class,
                values.toArray());
        return sum == null ? 0 : sum;
    }

    private static String from(String asked) {
        boolean process = PROCESS.matcher(asked).find();
        return " FROM workflow_open_task r"
                + (process || TASK.matcher(asked).find() ? " JOIN ACT_RU_TASK t ON t.ID_ = r.task_id" : "")
                + (process ? " JOIN ACT_RE_PROCDEF d ON d.ID_ = t.PROC_DEF_ID_" : "");
    }
}
