package org.jianzheng.workflow.enginefilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.engine.Forbidden;
import org.jianzheng.workflow.expression.PlainValues;

/** What a query may hold. */
final class QueryRules {

    /** Parameters of GET /task: Tasklist asks for the next task of the same case. */
    private static final Set<String> TASK_PARAMETERS = Set.of(
            "assignee", "processInstanceId", "caseInstanceId", "firstResult", "maxResults", "sortBy", "sortOrder");

    /** What Tasklist's search box and paging add to a filter. */
    private static final Set<String> FILTER_MEMBERS = Set.of(
            "firstResult",
            "maxResults",
            "sorting",
            "active",
            "orQueries",
            "name",
            "nameLike",
            "taskDefinitionKey",
            "taskDefinitionKeyLike",
            "processInstanceBusinessKey",
            "processInstanceBusinessKeyLike",
            "processDefinitionName",
            "processDefinitionNameLike",
            "processDefinitionKey",
            "priority",
            "minPriority",
            "maxPriority",
            "assignee",
            "assigneeLike",
            "assigned",
            "unassigned",
            "candidateGroup",
            "createdBefore",
            "createdOn",
            "createdAfter",
            "dueBefore",
            "dueDate",
            "dueAfter",
            "followUpBefore",
            "followUpDate",
            "followUpAfter");

    private QueryRules() {}

    /** JSON of a body as plain values; an empty one is an empty query. */
    static Object parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        try {
            return text.isEmpty() ? Map.of() : PlainValues.parse(text);
        } catch (JsonProcessingException e) {
            throw new RuleBroken("workflow.form.unreadable");
        }
    }

    /** CVE-2026-109432: an expression in a query runs in the engine. None is ever asked for here, at whatever depth. */
    static void refuseExpressions(Object json) {
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                refuseExpression(String.valueOf(key));
                refuseExpressions(value);
            });
        } else if (json instanceof List<?> list) {
            list.forEach(QueryRules::refuseExpressions);
        }
    }

    static void refuseExpression(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith("expression")) {
            throw new Forbidden("workflow.filter.expression", name);
        }
    }

    /** The engine stumbles over a list of nothing. */
    static void refuseGaps(Object json) {
        if (json instanceof Map<?, ?> map) {
            map.values().forEach(QueryRules::refuseGaps);
        } else if (json instanceof List<?> list) {
            list.forEach(each -> {
                if (each == null) {
                    throw new RuleBroken("workflow.form.unreadable");
                }
                refuseGaps(each);
            });
        }
    }

    /** The engine's tables know three bytes a character; MariaDB compares nothing longer with them, and fails. */
    static void refuseLongCharacters(Object json) {
        if (json instanceof Map<?, ?> map) {
            map.values().forEach(QueryRules::refuseLongCharacters);
        } else if (json instanceof List<?> list) {
            list.forEach(QueryRules::refuseLongCharacters);
        } else if (json instanceof String text && text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            throw new RuleBroken("workflow.filter.characters");
        }
    }

    /** Whoever may count cases may not find out by counting what is in them: no question by variables, at whatever depth. */
    static void refuseContents(Object json) {
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                boolean nothing = value == null || value.equals(List.of()) || value.equals(Map.of());
                if (!nothing) {
                    refuseContent(String.valueOf(key));
                    refuseContents(value);
                }
            });
        } else if (json instanceof List<?> list) {
            list.forEach(QueryRules::refuseContents);
        }
    }

    static void refuseContent(String name) {
        if (name.toLowerCase(Locale.ROOT).contains("variable")) {
            throw new Forbidden("workflow.filter.variables", name);
        }
    }

    /** Searching by variables would tell what a form does not show. */
    static void checkTaskParameters(Set<String> names) {
        for (String name : names) {
            if (!TASK_PARAMETERS.contains(name)) {
                throw new Forbidden("workflow.filter.variables", name);
            }
        }
    }

    static Map<String, Object> checkFilter(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new RuleBroken("workflow.form.unreadable");
        }
        refuseGaps(json);
        Map<String, Object> query = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean nothing = value == null || List.of().equals(value);
            if (!nothing) {
                checkMember(name, value);
                query.put(name, value);
            }
        });
        return query;
    }

    private static void checkMember(String name, Object value) {
        if (!FILTER_MEMBERS.contains(name)) {
            throw new Forbidden("workflow.filter.variables", name);
        }
        if (name.equals("orQueries") && value instanceof List<?> queries) {
            queries.forEach(QueryRules::checkFilter);
        }
        if (name.equals("sorting") && value instanceof List<?> sortings) {
            sortings.forEach(sorting -> checkSorting(sorting));
        }
    }

    private static void checkSorting(Object sorting) {
        boolean byVariable =
                sorting instanceof Map<?, ?> map && map.containsKey("parameters") && map.get("parameters") != null;
        if (byVariable) {
            throw new Forbidden("workflow.filter.variables", "sorting");
        }
    }
}
