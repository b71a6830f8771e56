package org.jianzheng.workflow.gate;

import static org.jianzheng.workflow.gate.GateRule.Who.ADMIN;
import static org.jianzheng.workflow.gate.GateRule.Who.PEOPLE;
import static org.jianzheng.workflow.gate.GateRule.engine;
import static org.jianzheng.workflow.gate.GateRule.of;

import java.util.List;
import java.util.Optional;
import org.jianzheng.workflow.gate.GateRule.Action;

/**
 * All that Tasklist and Cockpit may ask of the engine. What is not listed is refused: there is far more in the engine's
 * interface than in its pages. Administrators see, deploy, pause and repair; nothing here lets them complete a task, write
 * a variable, or start, change or end a case.
 */
final class GateRules {

    private static final List<GateRule> RULES = List.of(
            // Tasklist
            of(PEOPLE, "GET", "/engine/engine/?", Action.PASS),
            engine(PEOPLE, "GET", "/version", Action.PASS),
            engine(PEOPLE, "GET", "/task", Action.TASK_QUERY),
            engine(PEOPLE, "GET", "/task/{id}", Action.PASS),
            engine(PEOPLE, "GET", "/task/{id}/form", Action.PASS),
            engine(PEOPLE, "GET", "/task/{id}/deployed-form", Action.PASS),
            engine(PEOPLE, "GET", "/task/{id}/form-variables", Action.FORM_VARIABLES),
            engine(PEOPLE, "GET", "/task/{id}/comment", Action.PASS),
            engine(PEOPLE, "GET", "/task/{id}/identity-links", Action.PASS),
            engine(PEOPLE, "POST", "/task/{id}/submit-form", Action.SUBMIT_TASK),
            engine(PEOPLE, "POST", "/task/{id}/claim", Action.CLAIM),
            engine(PEOPLE, "POST", "/task/{id}/unclaim", Action.UNCLAIM),
            engine(PEOPLE, "GET OPTIONS", "/filter", Action.PASS),
            engine(PEOPLE, "GET", "/filter/count", Action.PASS),
            engine(PEOPLE, "OPTIONS", "/filter/{id}", Action.PASS),
            engine(PEOPLE, "POST", "/filter/{id}/(?:list|count|singleResult)", Action.FILTER_QUERY),
            engine(PEOPLE, "GET", "/process-definition", Action.PASS),
            engine(PEOPLE, "GET", "/process-definition/count", Action.PASS),
            engine(PEOPLE, "GET", "/process-definition/{id}", Action.PASS),
            engine(PEOPLE, "GET", "/process-definition/{id}/startForm", Action.PASS),
            engine(PEOPLE, "GET", "/process-definition/{id}/deployed-start-form", Action.START_FORM),
            engine(PEOPLE, "GET", "/process-definition/{id}/xml", Action.PASS),
            engine(PEOPLE, "POST", "/process-definition/{id}/submit-form", Action.SUBMIT_START),
            engine(PEOPLE, "GET", "/user/{id}/profile", Action.OWN_PROFILE),
            engine(PEOPLE, "GET", "/authorization/check", Action.PASS),
            of(PEOPLE, "GET", "/(?:tasklist|welcome|cockpit|admin)/plugin/[\\w-]+/static/**", Action.PASS),
            of(PEOPLE, "GET", "/admin/auth/user/default", Action.PASS),
            of(PEOPLE, "POST", "/admin/auth/user/default/logout", Action.PASS),
            // Cockpit and Admin: looking
            engine(ADMIN, "GET OPTIONS", "/**", Action.PASS),
            engine(
                    ADMIN,
                    "POST",
                    "/(?:process-definition|process-instance|deployment|incident|job|job-definition|decision-definition"
                            + "|batch|user|group|task|execution|external-task|variable-instance"
                            + "|history/(?!cleanup)[\\w-]+)(?:/count|/query)?",
                    Action.PASS),
            engine(ADMIN, "POST", "/filter/{id}/(?:list|count)", Action.FILTER_QUERY),
            of(ADMIN, "GET POST", "/cockpit/plugin/base/default/**", Action.PASS),
            of(ADMIN, "GET", "/(?:admin|tasklist|welcome)/plugin/**", Action.PASS),
            // Cockpit: deploying, pausing, repairing
            engine(ADMIN, "POST", "/deployment/create", Action.PASS),
            engine(ADMIN, "PUT", "/process-definition/{id}/suspended", Action.PASS),
            engine(ADMIN, "PUT", "/process-definition/suspended", Action.PASS),
            engine(ADMIN, "PUT", "/process-instance/{id}/suspended", Action.PASS),
            engine(ADMIN, "PUT", "/job-definition/{id}/(?:suspended|retries)", Action.PASS),
            engine(ADMIN, "PUT", "/job/{id}/(?:suspended|retries)", Action.PASS),
            engine(ADMIN, "POST", "/job/{id}/execute", Action.PASS));

    private GateRules() {}

    /** The first rule for that request, or none: then it is refused. */
    static Optional<GateRule> find(boolean admin, String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return RULES.stream()
                .filter(rule -> admin || rule.who() == PEOPLE)
                .filter(rule ->
                        rule.methods().contains(asked) && rule.match(path).matches())
                .findFirst();
    }

    /** Whether it would be allowed to an administrator: so that the refusal can say so. */
    static boolean isForAdmins(String method, String path) {
        return find(true, method, path).isPresent();
    }
}
