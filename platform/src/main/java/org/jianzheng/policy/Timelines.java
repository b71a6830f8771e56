package org.jianzheng.policy;

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
        store.requireIntact(point);
        store.requireIntactOf(lab);
        return read(lab, point);
    }

    /** The same to be looked at: nothing is decided on it. */
    PolicyTimeline read(String lab, OpenPoint point) {
        return new PolicyTimeline(permitted(point), store.choices(lab, point));
    }

    PermittedValues permitted(OpenPoint point) {
        return new PermittedValues(point.open(), store.permissions(point));
    }
}
