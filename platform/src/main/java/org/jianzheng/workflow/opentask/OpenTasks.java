package org.jianzheng.workflow.opentask;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.engine.OpenTaskRows;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Component;

/** What waits for a person, and what colleagues have taken that this person may do as well; each oldest first. */
@Component
public class OpenTasks {

    private static final List<ReaderQuery.Sorting> OLDEST_FIRST = List.of(ReaderQuery.OLDEST_FIRST);
    private static final String OPEN = "r.suspension = 1 AND ";

    private final ReaderLists lists;
    private final OpenTaskRows rows;

    OpenTasks(ReaderLists lists, OpenTaskRows rows) {
        this.lists = lists;
        this.rows = rows;
    }

    /** Taken by them, or to be claimed by one of their groups. */
    public Paged<OpenTask> of(Person person, int page, int size) {
        List<String> readers = new ArrayList<>(ReaderQuery.groups(person));
        readers.add(ReaderQuery.user(person.username()));
        ReaderQuery mine = new ReaderQuery(
                readers,
                Term.of(OPEN + "(r.assignee = ? OR r.assignee IS NULL AND r.candidate = 1)", person.username()),
                OLDEST_FIRST);
        return new Paged<>(rows.byIds(lists.page(mine, page * size, size)), lists.count(mine));
    }

    /** One list: those given to a colleague by name first, which are their laboratory's administrators' business. */
    public Paged<OpenTask> heldFor(Person person, int page, int size) {
        List<ReaderQuery> parts = new ArrayList<>();
        if (person.has(Role.LABADMIN)) {
            parts.add(held(List.of("named:" + person.lab().orElse("")), OPEN + "r.assignee <> ?", person));
        }
        if (!person.groups().isEmpty()) {
            parts.add(held(ReaderQuery.groups(person), OPEN + "r.candidate = 1 AND r.assignee <> ?", person));
        }
        List<String> found = new ArrayList<>();
        long total = 0;
        for (ReaderQuery part : parts) {
            int first = (int) Math.max(0, page * size - total);
            if (found.size() < size) {
                found.addAll(lists.page(part, first, size - found.size()));
            }
            total += lists.count(part);
        }
        return new Paged<>(rows.byIds(found), total);
    }

    private static ReaderQuery held(List<String> readers, String condition, Person person) {
        return new ReaderQuery(readers, Term.of(condition, person.username()), OLDEST_FIRST);
    }
}
