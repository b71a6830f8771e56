package org.jianzheng.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: what is followed of what standards leave open, and the acts of station and laboratories about it. */
@Service
@Transactional
public class Policies {

    private static final int LONGEST_REASON = 500;

    private final Timelines timelines;
    private final Permitting permitting;
    private final Choosing choosing;
    private final PolicyLists lists;
    private final Identity identity;
    private final Clock clock;

    Policies(
            Timelines timelines,
            Permitting permitting,
            Choosing choosing,
            PolicyLists lists,
            Identity identity,
            Clock clock) {
        this.timelines = timelines;
        this.permitting = permitting;
        this.choosing = choosing;
        this.lists = lists;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What the laboratory follows of the item on that day, by input of its evaluations.
     *
     * @throws RuleBroken where what was permitted or chosen has been changed past the platform: nothing is accepted by it
     */
    public Map<String, String> followed(String lab, TestItem item, LocalDate day) {
        Map<String, String> followed = new LinkedHashMap<>();
        timelines
                .of(lab, OpenPoint.of(item))
                .forEach((point, timeline) -> followed.put(point.input(), timeline.followed(day)));
        return followed;
    }

    /** The station permits the value from that day, or no longer does: {@code value}, {@code permitted}, {@code from}, {@code reason}. */
    public void permit(String item, String input, FormValues form) {
        boolean permitted = form.choice("decision", "PERMIT", "FORBID").equals("PERMIT");
        permitting.change(OpenPoint.of(item, input), form.required("value"), permitted, day(form), reason(form, true));
    }

    /** The laboratory is to follow {@code value} from {@code from} on. @return the choice's id */
    public String propose(String lab, String item, String input, FormValues form) {
        lists.requireSeen(lab);
        return choosing.propose(lab, OpenPoint.of(item, input), form.required("value"), day(form), reason(form, true));
    }

    /** The technical head's {@code decision} APPROVE or REFUSE; a refusal says why. */
    public void decide(String lab, String id, FormValues form) {
        lists.requireSeen(lab);
        boolean granted = form.choice("decision", "APPROVE", "REFUSE").equals("APPROVE");
        choosing.decide(lab, id, granted, reason(form, !granted));
    }

    public void withdraw(String lab, String id, FormValues form) {
        lists.requireSeen(lab);
        choosing.withdraw(lab, id, reason(form, true));
    }

    private static LocalDate day(FormValues form) {
        form.required("from");
        return form.date("from").orElseThrow();
    }

    private static String reason(FormValues form, boolean needed) {
        if (needed) {
            form.required("reason");
        }
        return form.text("reason", LONGEST_REASON);
    }

    /** Code of the laboratory that the acting person works for; empty for the station. */
    public String ownLab() {
        return identity.acting().lab().orElse("");
    }

    public boolean mayPermit() {
        return permitting.may();
    }

    public LocalDate today() {
        return CityTime.today(clock);
    }

    /**
     * What laboratories follow today, those of a page all of it; a laboratory sees its own.
     *
     * @param search part of a laboratory's code or name; empty for all
     * @param item of the catalogue; empty for all
     * @return total is the number of laboratories
     */
    @Transactional(readOnly = true)
    public Paged<List<PolicyLine>> list(String search, String item, int page, int size) {
        return lists.labs(search, item, page, size);
    }

    @Transactional(readOnly = true)
    public PolicyView view(String lab, String item, String input) {
        return lists.view(lab, OpenPoint.of(item, input));
    }

    /** What that laboratory has followed on which days, newest first. */
    @Transactional(readOnly = true)
    public Paged<PolicySpan> history(String lab, String item, String input, int page, int size) {
        return lists.history(lab, OpenPoint.of(item, input), page, size);
    }

    /** What that laboratory has proposed, newest first. */
    @Transactional(readOnly = true)
    public Paged<ChoiceView> choices(String lab, String item, String input, int page, int size) {
        return lists.choices(lab, OpenPoint.of(item, input), page, size);
    }

    /** What the station permits; laboratories and station may look. */
    @Transactional(readOnly = true)
    public Paged<PermissionView> permissions(int page, int size) {
        return lists.permissions(page, size);
    }

    @Transactional(readOnly = true)
    public PermissionView permission(String item, String input) {
        return lists.permission(OpenPoint.of(item, input));
    }

    /** What the station has changed of it, newest first. */
    @Transactional(readOnly = true)
    public Paged<PermissionChange> changes(String item, String input, int page, int size) {
        return lists.changes(OpenPoint.of(item, input), page, size);
    }
}
