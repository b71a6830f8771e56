package org.jianzheng.nonconformity.duty;

import java.util.Map;
import org.jianzheng.nonconformity.loop.CallTiming;

/** What the station's policy says of one material: when the parties are called, and how many working days a step may take. */
public record LoopTerms(CallTiming calls, Map<String, Integer> days) {

    int daysFor(LoopStep step) {
        return days.get(step.days());
    }
}
