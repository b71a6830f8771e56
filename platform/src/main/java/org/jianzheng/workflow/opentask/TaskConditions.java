package org.jianzheng.workflow.opentask;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.jianzheng.workflow.expression.PlainValues;

/**
 * What a task query of the engine asks, in words of the readers' rows: {@code r} is such a row, {@code t} its task, {@code d}
 * the process of that. The query is read as the engine writes it down for a stored filter, so that nothing of it is missed.
 */
final class TaskConditions {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("taskId", "r.task_id = ?"),
            Map.entry("name", "UPPER(r.name) = UPPER(?)"),
            Map.entry("nameLike", "UPPER(r.name) LIKE UPPER(?)"),
            Map.entry("key", "t.TASK_DEF_KEY_ = ?"),
            Map.entry("keyLike", "t.TASK_DEF_KEY_ LIKE ?"),
            Map.entry("processInstanceId", "t.PROC_INST_ID_ = ?"),
            Map.entry("caseInstanceId", "t.CASE_INST_ID_ = ?"),
            Map.entry("processInstanceBusinessKey", "r.case_id = ?"),
            Map.entry("processInstanceBusinessKeyLike", "r.case_id LIKE ?"),
            Map.entry("processDefinitionName", "d.NAME_ = ?"),
            Map.entry("processDefinitionNameLike", "d.NAME_ LIKE ?"),
            Map.entry("processDefinitionKey", "d.KEY_ = ?"),
            Map.entry("priority", "r.priority = ?"),
            Map.entry("minPriority", "r.priority >= ?"),
            Map.entry("maxPriority", "r.priority <= ?"),
            Map.entry("assignee", "r.assignee = ?"),
            Map.entry("assigneeLike", "r.assignee LIKE ?"),
            Map.entry("assigned", "r.assignee IS NOT NULL"),
            Map.entry("unassigned", "r.assignee IS NULL"),
            Map.entry(
                    "candidateGroup",
                    "r.assignee IS NULL AND EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK l"
                            + " WHERE l.TASK_ID_ = r.task_id AND l.TYPE_ = 'candidate' AND l.GROUP_ID_ = ?)"),
            Map.entry("active", "r.suspension = 1"),
            Map.entry("created", "r.created_at = ?"),
            Map.entry("createdBefore", "r.created_at < ?"),
            Map.entry("createdAfter", "r.created_at > ?"),
            Map.entry("due", "r.due_at = ?"),
            Map.entry("dueBefore", "r.due_at < ?"),
            Map.entry("dueAfter", "r.due_at > ?"),
            Map.entry("followUp", "r.follow_up_at = ?"),
            Map.entry("followUpBefore", "r.follow_up_at < ?"),
            Map.entry("followUpAfter", "r.follow_up_at > ?"));

    private TaskConditions() {}

    /** Empty where the rows cannot tell. */
    static Optional<Term> of(TaskQueryImpl query) {
        try {
            String written = new JsonTaskQueryConverter().toJsonObject(query).toString();
            return terms((Map<?, ?>) PlainValues.parse(written)).map(Term::all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<List<Term>> terms(Map<?, ?> members) {
        Map<String, List<Term>> found = new LinkedHashMap<>();
        for (var member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            // Of an empty list the engine asks nothing.
            if (name.equals("orderingProperties") || List.of().equals(member.getValue())) {
                continue;
            }
            Optional<Term> term = term(name, member.getValue());
            if (term.isEmpty()) {
                return Optional.empty();
            }
            // The engine takes the ends of one span together, also where any condition will do.
            String subject = name.replaceFirst("^(due|followUp)(Before|After)$", "$1");
            found.computeIfAbsent(subject, key -> new ArrayList<>()).add(term.get());
        }
        return Optional.of(found.values().stream().map(Term::all).toList());
    }

    private static Optional<Term> term(String name, Object value) {
        if (name.equals("orQueries")) {
            List<Optional<List<Term>>> each = ((Collection<?>) value)
                    .stream().map(query -> terms((Map<?, ?>) query)).toList();
            return each.stream().allMatch(Optional::isPresent)
                    ? Optional.of(Term.all(each.stream()
                            .map(terms -> Term.any(terms.orElseThrow()))
                            .toList()))
                    : Optional.empty();
        }
        if (name.equals("taskIdIn")) {
            return Optional.of(Term.any(((Collection<?>) value)
                    .stream().map(id -> Term.of("r.task_id = ?", id)).toList()));
        }
        return Optional.ofNullable(KNOWN.get(name))
                .map(sql ->
                        !sql.contains("?") ? Term.of(sql) : Term.of(sql, sql.contains("_at ") ? time(value) : value));
    }

    private static Timestamp time(Object millis) {
        return new Timestamp(((Number) millis).longValue());
    }
}
