package org.jianzheng.nonconformity;

import java.util.Map;

/** What the station's policy says of one material: when the parties are called, and how many working days a step may take. */
record Terms(Calls calls, Map<String, Integer> days) {

    int daysFor(Step step) {
        return days.get(step.days());
    }
}
