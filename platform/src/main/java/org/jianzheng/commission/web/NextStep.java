package org.jianzheng.commission.web;

import java.time.Instant;
import java.util.List;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.workflow.task.OpenTask;

/**
 * Something the case waits for.
 *
 * @param assignee name of whoever has taken it, or null
 * @param mine whether the reader may do it now
 * @param held whether somebody else has taken what the reader may do as well
 * @param roles last steps of the groups that may do it: {@code tester}
 */
record NextStep(
        String name, Instant since, String assignee, List<String> roles, boolean mine, boolean held, String url) {

    static NextStep of(OpenTask task, Person reader, String assignee, String url) {
        boolean may = task.groups().isEmpty()
                ? reader.has(Role.LABADMIN)
                : task.groups().stream().anyMatch(reader.groups()::contains);
        boolean mine = task.assignee() == null ? may : task.assignee().equals(reader.username());
        List<String> roles = task.groups().stream()
                .map(group -> group.substring(group.lastIndexOf('/') + 1))
                .toList();
        return new NextStep(task.name(), task.since(), assignee, roles, mine, may && !mine, url);
    }
}
