package org.jianzheng.workflow.opentask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jianzheng.identity.Person;

/**
 * A question to the readers' rows.
 *
 * @param readers whose rows
 * @param sorting in what order, the first first
 */
record ReaderQuery(List<String> readers, Term condition, List<Sorting> sorting) {

    static final Sorting OLDEST_FIRST = new Sorting("r.created_at", false);

    private static final Map<String, String> COLUMNS = Map.of(
            "ID_", "r.task_id",
            "CREATE_TIME_", "r.created_at",
            "DUE_DATE_", "r.due_at",
            "FOLLOW_UP_DATE_", "r.follow_up_at",
            "PRIORITY_", "r.priority",
            "NAME_", "r.name",
            "ASSIGNEE_", "r.assignee");

    /** @param column SQL of this program's own */
    record Sorting(String column, boolean descending) {

        String direction() {
            return descending ? " DESC" : " ASC";
        }
    }

    /** What the person asks the engine; empty where the rows cannot tell. */
    static Optional<ReaderQuery> of(Authentication person, TaskQueryImpl query) {
        // Only by a variable is there such a relation.
        if (query.getOrderingProperties().stream().anyMatch(order -> order.getRelation() != null)) {
            return Optional.empty();
        }
        List<String> readers = new ArrayList<>();
        if (person.getGroupIds() != null) {
            person.getGroupIds().forEach(group -> readers.add(group(group)));
        }
        readers.add(user(person.getUserId()));
        return TaskConditions.of(query)
                .map(condition -> new ReaderQuery(
                        readers,
                        condition,
                        query.getOrderingProperties().stream()
                                .map(ReaderQuery::sorting)
                                .toList()));
    }

    private static Sorting sorting(QueryOrderingProperty order) {
        QueryProperty property = order.getQueryProperty();
        String column = COLUMNS.getOrDefault(property.getName(), "t." + property.getName());
        return new Sorting(
                property.getFunction() == null ? column : property.getFunction() + "(" + column + ")",
                Direction.DESCENDING.equals(order.getDirection()));
    }

    static List<String> groups(Person person) {
        return person.groups().stream().map(ReaderQuery::group).toList();
    }

    static String user(String name) {
        return "user:" + name;
    }

    private static String group(String path) {
        return "group:" + path;
    }
}
