package org.jianzheng.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;

/** What people look at: a laboratory its own, the station everybody's, others nothing. */
@Component
class PolicyLists {

    private final PolicyStore store;
    private final Timelines timelines;
    private final Choosing choosing;
    private final Registry registry;
    private final Identity identity;
    private final Clock clock;

    PolicyLists(
            PolicyStore store,
            Timelines timelines,
            Choosing choosing,
            Registry registry,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.timelines = timelines;
        this.choosing = choosing;
        this.registry = registry;
        this.identity = identity;
        this.clock = clock;
    }

    /** @throws NotFound for another house's laboratory, as for one that is not there */
    void requireSeen(String lab) {
        if (!identity.scope().seesLab(lab)) {
            throw new NotFound("policy.lab.unknown", lab);
        }
    }

    private void requireLabOrStation() {
        Scope.Kind kind = identity.scope().kind();
        if (kind != Scope.Kind.ALL && kind != Scope.Kind.LAB) {
            throw new NotFound("policy.lab.unknown", "");
        }
    }

    Paged<List<PolicyLine>> labs(String search, String item, int page, int size) {
        requireLabOrStation();
        Paged<Lab> labs = identity.scope().kind() == Scope.Kind.LAB
                ? new Paged<>(List.of(registry.lab(identity.scope().code())), 1)
                : registry.labs(search, page, size);
        List<OpenPoint> points = OpenPoint.all().stream()
                .filter(point -> item.isEmpty() || point.item().equals(item))
                .toList();
        Map<OpenPoint, PermittedValues> permitted = new HashMap<>();
        points.forEach(point -> permitted.put(point, timelines.permitted(point)));
        List<PolicyChoice> choices =
                store.choices(labs.items().stream().map(Lab::code).toList());
        return labs.map(lab -> points.stream()
                .map(point -> line(lab, point, permitted.get(point), choices))
                .toList());
    }

    private PolicyLine line(Lab lab, OpenPoint point, PermittedValues permitted, List<PolicyChoice> all) {
        LocalDate today = CityTime.today(clock);
        List<PolicyChoice> own = all.stream()
                .filter(choice -> choice.lab().equals(lab.code())
                        && choice.item().equals(point.item())
                        && choice.input().equals(point.input()))
                .toList();
        List<PolicySpan> newestFirst = new PolicyTimeline(permitted, own).spans();
        PolicySpan now = newestFirst.stream()
                .filter(span -> span.covers(today))
                .findFirst()
                .orElseThrow();
        PolicySpan next = newestFirst.stream()
                .filter(span -> span.isAhead(today))
                .reduce((later, earlier) -> earlier)
                .orElse(null);
        boolean waiting = own.stream().anyMatch(choice -> choice.state(today) == ChoiceState.PROPOSED);
        return new PolicyLine(lab.code(), lab.name(), point, now, next, waiting);
    }

    PolicyView view(String lab, OpenPoint point) {
        requireSeen(lab);
        LocalDate today = CityTime.today(clock);
        PermittedValues permitted = timelines.permitted(point);
        return new PolicyView(
                lab,
                registry.lab(lab).name(),
                point,
                today,
                permitted.on(today),
                permitted.from(today.plusDays(1)),
                choosing.mayPropose(lab),
                choosing.mayDecide(lab));
    }

    Paged<PolicySpan> history(String lab, OpenPoint point, int page, int size) {
        requireSeen(lab);
        return Paged.of(timelines.read(lab, point).spans(), page, size);
    }

    Paged<ChoiceView> choices(String lab, OpenPoint point, int page, int size) {
        requireSeen(lab);
        return Paged.of(newestFirst(store.choices(lab, point)), page, size).map(this::view);
    }

    private ChoiceView view(PolicyChoice choice) {
        LocalDate today = CityTime.today(clock);
        boolean ahead = choice.from().isAfter(today);
        boolean own = choice.proposedBy().equals(identity.acting().username());
        boolean decides = choosing.mayDecide(choice.lab());
        boolean withdraws = choice.isApproved() ? decides : choice.isOpen() && choosing.mayPropose(choice.lab());
        return new ChoiceView(
                choice, choice.state(today), ahead && choice.isOpen() && decides && !own, ahead && withdraws);
    }

    Paged<PermissionView> permissions(int page, int size) {
        requireLabOrStation();
        return Paged.of(OpenPoint.all(), page, size).map(this::permission);
    }

    PermissionView permission(OpenPoint point) {
        requireLabOrStation();
        LocalDate today = CityTime.today(clock);
        PermittedValues permitted = timelines.permitted(point);
        return new PermissionView(
                point,
                today,
                permitted.on(today),
                permitted.changes().stream()
                        .filter(change -> change.from().isAfter(today))
                        .toList());
    }

    Paged<PermissionChange> changes(OpenPoint point, int page, int size) {
        requireLabOrStation();
        return Paged.of(newestFirst(store.permissions(point)), page, size);
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }
}
