package org.jianzheng.workflow.enginefilter;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of the engine's web applications that is let through or answered by us.
 *
 * @param who whom it is for
 * @param methods such as GET
 * @param path below {@code /camunda/api}; the first group, where there is one, is the id
 * @param action what to do with it
 */
record EngineRule(Who who, Set<String> methods, Pattern path, Action action) {

    enum Who {
        PEOPLE,
        /** Everybody but system administrators, who see no case. */
        WORKERS,
        ADMIN
    }

    enum Action {
        PASS,
        /** Passes when its query parameters and its body only ask what people may ask. */
        TASK_QUERY,
        FILTER_QUERY,
        /** Passes when it asks for nothing by the content of cases. */
        STATE_QUERY,
        OWN_PROFILE,
        SUBMIT_TASK,
        SUBMIT_START,
        START_FORM,
        /** Passes when the task has a form that belongs to it. */
        TASK_FORM,
        FORM_VARIABLES,
        CLAIM,
        UNCLAIM
    }

    private static final String ENGINE = "/engine/engine/default";
    private static final String ID = "([\\w:.-]+)";

    static EngineRule engine(Who who, String methods, String path, Action action) {
        return of(who, methods, ENGINE + path, action);
    }

    static EngineRule of(Who who, String methods, String path, Action action) {
        return new EngineRule(
                who,
                Set.of(methods.split(" ")),
                Pattern.compile(path.replace("{id}", ID).replace("**", ".*")),
                action);
    }

    Matcher match(String address) {
        return path.matcher(address);
    }
}
