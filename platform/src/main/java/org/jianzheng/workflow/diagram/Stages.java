package org.jianzheng.workflow.diagram;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jianzheng.workflow.step.Milestone;
import org.jianzheng.workflow.step.Milestone.Thing;

/** Where everything of a case stands. */
record Stages(Map<Thing, Milestone> at) {

    static Stages of(Milestone... reached) {
        return new Stages(Map.of()).with(Arrays.asList(reached));
    }

    boolean has(Milestone milestone) {
        return at.get(milestone.thing()) == milestone;
    }

    Stages with(Collection<Milestone> reached) {
        var next = new EnumMap<Thing, Milestone>(Thing.class);
        next.putAll(at);
        reached.forEach(milestone -> next.put(milestone.thing(), milestone));
        return new Stages(next);
    }
}
