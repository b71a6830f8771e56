package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Where a loop stands, since when, and whom it waits for. */
@Embeddable
class LoopStanding {

    @Enumerated(EnumType.STRING)
    private LoopState state;

    private Instant since;
    private Instant dueAt;
    private String waitingFor = "";

    /** Why it stands where it stood before, and who said so; until that is put right. */
    private String sentBack;

    void enter(LoopState next, Instant at) {
        state = next;
        since = at;
    }

    /** @param because null where it was not sent back */
    void sendBack(LoopState to, String because, Instant at) {
        sentBack = because;
        enter(to, at);
    }

    void putRight() {
        sentBack = null;
    }

    void waitsFor(List<String> parties, Instant due) {
        waitingFor = String.join(",", parties);
        dueAt = due;
    }

    void end(LoopState as, Instant at) {
        waitsFor(List.of(), null);
        enter(as, at);
    }

    boolean isOneOf(LoopState... states) {
        return Arrays.asList(states).contains(state);
    }

    LoopState state() {
        return state;
    }

    Instant since() {
        return since;
    }

    Instant dueAt() {
        return dueAt;
    }

    List<String> waitingFor() {
        return waitingFor.isEmpty() ? List.of() : List.of(waitingFor.split(","));
    }

    String sentBack() {
        return sentBack;
    }
}
