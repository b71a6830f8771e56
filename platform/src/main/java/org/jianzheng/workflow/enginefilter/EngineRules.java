package org.jianzheng.workflow.enginefilter;

import static org.jianzheng.workflow.enginefilter.EngineRule.Who.ADMIN;
import static org.jianzheng.workflow.enginefilter.EngineRule.Who.PEOPLE;
import static org.jianzheng.workflow.enginefilter.EngineRule.Who.WORKERS;
import static org.jianzheng.workflow.enginefilter.EngineRule.engine;
import static org.jianzheng.workflow.enginefilter.EngineRule.of;

import java.util.List;
import java.util.Optional;
import org.jianzheng.workflow.enginefilter.EngineRule.Action;

/**
 * All that Tasklist and Cockpit may ask of the engine. What is not listed is refused: there is far more in the engine's
 * interface than in its pages. Administrators see diagrams, how many cases run where and what has failed; they pause and
 * repair. Nothing here lets them deploy, read what a case is about (tasks, forms, variables, history), complete a task,
 * write a variable, or start, change or end a case.
 */
final class EngineRules {

    private static final List<EngineRule> RULES = List.of(
            // Tasklist
            of(PEOPLE, "GET", "/engine/engine/?", Action.PASS),
            engine(PEOPLE, "GET", "/version", Action.PASS),
            engine(WORKERS, "GET", "/task", Action.TASK_QUERY),
            engine(WORKERS, "GET", "/task/{id}", Action.PASS),
            engine(WORKERS, "GET", "/task/{id}/form", Action.TASK_FORM),
            engine(WORKERS, "GET", "/task/{id}/deployed-form", Action.TASK_FORM),
            engine(WORKERS, "GET", "/task/{id}/form-variables", Action.FORM_VARIABLES),
            engine(WORKERS, "GET", "/task/{id}/comment", Action.PASS),
            engine(WORKERS, "GET", "/task/{id}/identity-links", Action.PASS),
            engine(WORKERS, "POST", "/task/{id}/submit-form", Action.SUBMIT_TASK),
            engine(WORKERS, "POST", "/task/{id}/claim", Action.CLAIM),
            engine(WORKERS, "POST", "/task/{id}/unclaim", Action.UNCLAIM),
            engine(PEOPLE, "GET OPTIONS", "/filter", Action.PASS),
            engine(PEOPLE, "GET", "/filter/count", Action.PASS),
            engine(PEOPLE, "OPTIONS", "/filter/{id}", Action.PASS),
            engine(WORKERS, "POST", "/filter/{id}/(?:list|count|singleResult)", Action.FILTER_QUERY),
            engine(PEOPLE, "GET", "/process-definition", Action.PASS),
            engine(PEOPLE, "GET", "/process-definition/count", Action.PASS),
            engine(PEOPLE, "GET", "/process-definition/{id}", Action.PASS),
            engine(WORKERS, "GET", "/process-definition/{id}/startForm", Action.PASS),
            engine(WORKERS, "GET", "/process-definition/{id}/deployed-start-form", Action.START_FORM),
            engine(PEOPLE, "GET", "/process-definition/{id}/xml", Action.PASS),
            engine(WORKERS, "POST", "/process-definition/{id}/submit-form", Action.SUBMIT_START),
            engine(PEOPLE, "GET", "/user/{id}/profile", Action.OWN_PROFILE),
            engine(PEOPLE, "GET", "/authorization/check", Action.PASS),
            of(PEOPLE, "GET", "/(?:tasklist|welcome|cockpit|admin)/plugin/[\\w-]+/static/**", Action.PASS),
            of(PEOPLE, "GET", "/admin/auth/user/default", Action.PASS),
            of(PEOPLE, "POST", "/admin/auth/user/default/logout", Action.PASS),
            // Cockpit: diagrams, how many cases run where, what has failed
            engine(
                    ADMIN,
                    "GET OPTIONS",
                    "/(?:process-definition|decision-definition|decision-requirements-definition)"
                            + "(?:/count|/statistics|/(?:key/)?{id}(?:/xml|/diagram|/statistics)?)?",
                    Action.STATE_QUERY),
            engine(
                    ADMIN,
                    "GET OPTIONS",
                    "/deployment(?:/count|/{id}(?:/resources(?:/[\\w:.-]+(?:/data)?)?)?)?",
                    Action.PASS),
            engine(
                    ADMIN,
                    "GET OPTIONS",
                    "/process-instance(?:/count|/{id}(?:/activity-instances)?)?",
                    Action.STATE_QUERY),
            engine(ADMIN, "GET OPTIONS", "/(?:incident|job|job-definition|batch)(?:/count|/{id})?", Action.STATE_QUERY),
            engine(ADMIN, "GET", "/job/{id}/stacktrace", Action.PASS),
            engine(ADMIN, "GET", "/batch/statistics(?:/count)?", Action.STATE_QUERY),
            engine(ADMIN, "POST", "/(?:process-instance|job|job-definition|incident)(?:/count)?", Action.STATE_QUERY),
            of(
                    ADMIN,
                    "GET POST",
                    "/cockpit/plugin/base/default/(?:process-definition/(?:statistics|statistics-count"
                            + "|{id}/called-process-definitions)|process-instance(?:/count|/{id}/called-process-instances)?"
                            + "|incident(?:/count)?)",
                    Action.STATE_QUERY),
            // Cockpit: pausing, repairing
            engine(ADMIN, "PUT", "/process-definition/{id}/suspended", Action.PASS),
            engine(ADMIN, "PUT", "/process-definition/suspended", Action.PASS),
            engine(ADMIN, "PUT", "/process-instance/{id}/suspended", Action.PASS),
            engine(ADMIN, "PUT", "/job-definition/{id}/(?:suspended|retries)", Action.PASS),
            engine(ADMIN, "PUT", "/job/{id}/(?:suspended|retries)", Action.PASS),
            engine(ADMIN, "POST", "/job/{id}/execute", Action.PASS));

    private EngineRules() {}

    /** The first rule for that request, or none: then it is refused. */
    static Optional<EngineRule> find(boolean admin, String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return RULES.stream()
                .filter(rule -> rule.who() == PEOPLE || rule.who() == (admin ? ADMIN : WORKERS))
                .filter(rule ->
                        rule.methods().contains(asked) && rule.match(path).matches())
                .findFirst();
    }
}
