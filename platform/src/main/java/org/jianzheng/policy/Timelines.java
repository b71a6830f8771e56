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
        Map<OpenPoint, PolicyTimeline> timelines = new LinkedHashMap<>();
        points.stream().findFirst().ifPresent(any -> store.requireIntact(any, lab));
        points.forEach(point -> timelines.put(point, read(lab, point)));
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
