package org.jianzheng.support.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.support.As;

/**
 * What somebody does next in a case: fills in the form of a task, or, where {@code task} begins with {@code !}, something
 * beside the tasks.
 *
 * @param task id of the user task, or {@code !photo}, {@code !correct}, {@code !retest}, {@code !timers},
 *     {@code !record}, which a phone sends; with {@code @retest} behind it that of the case which tests the report again
 * @param who a demo login, or user name and group of somebody else with a slash: {@code admin@labs/T1/labadmin}
 * @param form what is typed; {@code @marks}, {@code @now}, {@code @now-5m} and {@code @today} stand for what holds then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Act(String task, String who, Map<String, Object> form) {

    static Act of(String task, String who, Object... keysAndValues) {
        var form = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Act(task, who, form);
    }

    boolean isTask() {
        return !task.startsWith("!") && !isInRetest();
    }

    /** Whether a case may stand there for long, with all that was done before it in the database. */
    boolean isWaitedFor() {
        return isTask() || task.equals("!record");
    }

    /** What it is one of: a test record has a form of its own in each item, a late one may be either of two. */
    String kind() {
        return switch (task) {
            case "record" -> task + form.keySet();
            case "decideLateRecord" -> task + form.values();
            default -> task;
        };
    }

    boolean isInRetest() {
        return task.endsWith("@retest");
    }

    Act inRetest() {
        return new Act(task + "@retest", who, form);
    }

    Act here() {
        return new Act(task.replace("@retest", ""), who, form);
    }

    Person person() {
        int at = who.indexOf('@');
        return at < 0
                ? As.whoIs(who)
                : new Person(who.substring(0, at), who.substring(0, at), Set.of(who.substring(at + 1)));
    }
}
