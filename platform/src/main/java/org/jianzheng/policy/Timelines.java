package org.jianzheng.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a laboratory follows on which day, by rows that are as the platform wrote them. */
@Component
class Timelines {

    private final PolicyStore store;

    Timelines(PolicyStore store) {
        this.store = store;
    }

    /** @throws org.jianzheng.kernel.RuleBroken where such a row was changed, added or removed past the platform */
    PolicyTimeline of(String lab, OpenPoint point) {
        return of(lab, List.of(point)).get(point);
    }

    /** The same of several points of one item. */
    Map<OpenPoint, PolicyTimeline> of(String lab, List<OpenPoint> points) {
        if (points.isEmpty()) {
            return Map.of();
        }
        OpenPoint any = points.get(0);
        store.requireIntact(any, lab);
        Map<String, List<PermissionChange>> permitted = store.permissions(any.item());
        Map<String, List<PolicyChoice>> chosen = store.choices(lab, any.item());
        Map<OpenPoint, PolicyTimeline> timelines = new LinkedHashMap<>();
        points.forEach(point -> timelines.put(
                point,
                new PolicyTimeline(
                        new PermittedValues(point.open(), permitted.getOrDefault(point.input(), List.of())),
                        chosen.getOrDefault(point.input(), List.of()))));
        return timelines;
    }

    /** The same to be looked at: nothing is decided on it. */
    PolicyTimeline read(String lab, OpenPoint point) {
        return new PolicyTimeline(permitted(point), store.choices(lab, point));
    }

    PermittedValues permitted(OpenPoint point) {
        return new PermittedValues(point.open(), store.permissions(point));
    }
}
