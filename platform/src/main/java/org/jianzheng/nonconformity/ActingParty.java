package org.jianzheng.nonconformity;

import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.springframework.stereotype.Component;

/** Whoever takes a step of a loop works for the party whose step it is: what the diagram says of it is not all there is. */
@Component
class ActingParty {

    private final Identity identity;
    private final DisplayNames names;

    ActingParty(Identity identity, DisplayNames names) {
        this.identity = identity;
        this.names = names;
    }

    void require(Loop loop, LoopStep step) {
        String party = step.party(loop.parties());
        if (identity.acting().employer().filter(party::equals).isEmpty()) {
            throw new RuleBroken("nonconformity.step.otherParty", step.label(), names.employer(party));
        }
    }
}
