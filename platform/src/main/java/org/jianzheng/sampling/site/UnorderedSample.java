package org.jianzheng.sampling.site;

import java.time.Instant;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Scope;

/**
 * A sample that its sampler's phone recorded before anybody had ordered its test, as the phone said it. It is nothing of a
 * laboratory's until an order is joined.
 *
 * @param id the platform's own
 * @param number {@code JZ-XQ-2026-00001}
 * @param witnessed null while nobody has witnessed it
 * @param end null while it waits for an order
 */
public record UnorderedSample(
        String id, String number, Site site, What what, Sampler sampler, Times times, Witnessed witnessed, End end) {

    /** How it stands. */
    public enum State {
        /** It waits for an order. */
        OPEN("waiting"),
        /** It has waited for longer than the station allows. */
        OVERDUE("failed"),
        /** An order was joined: it is a sample of that case. */
        JOINED("passed"),
        /** Its sampler's firm gave it up. */
        WITHDRAWN("failed"),
        /** The station did not allow it. */
        REFUSED("failed"),
        /** The witness objected, or could not witness it. */
        OBJECTED("failed");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }

        /** How pages colour it. */
        public String kind() {
            return kind;
        }
    }

    /** Where it is from. @param parties of the project when it was taken; no laboratory is among them */
    public record Site(String projectCode, String unitWorks, String part, CaseParties parties) {}

    /**
     * What was made.
     *
     * @param item code in the catalogue
     * @param batch 批次, or empty
     */
    public record What(
            String item, String grade, String batch, int specimens, Instant madeAt, String sealNo, String note) {}

    public record Sampler(String username, String name, String employer, String phoneId) {}

    /**
     * Its times, by the server's clock but for the first.
     *
     * @param phoneAt when it was signed, by the phone's clock
     * @param arrivedAt when the server had it: it counts as of then
     * @param cameLate 离线补传: later than the half hour; a person decides once an order is joined
     * @param joinBy when the station's limit ends
     */
    public record Times(Instant phoneAt, Instant arrivedAt, boolean cameLate, Instant joinBy) {}

    /** @param arrivalId of the record that waits with it */
    public record Witnessed(String arrivalId, String username, String name, Instant at) {}

    /**
     * What became of it.
     *
     * @param caseId of the order, or null
     * @param label of the case's sample that it is now, or null
     * @param reason null where none was needed
     */
    public record End(
            State outcome, String caseId, String label, String reason, String username, String name, Instant at) {}

    public State state(Instant now) {
        if (end != null) {
            return end.outcome;
        }
        return now.isAfter(times.joinBy) ? State.OVERDUE : State.OPEN;
    }

    public boolean isOpen() {
        return end == null;
    }

    /** Whoever takes part in the project; a laboratory has no part before an order. */
    public boolean isSeenBy(Scope scope) {
        return switch (scope.kind()) {
            case ALL, DEVELOPER, CONTRACTOR, SUPERVISION -> scope.sees(site.parties);
            case LAB, NONE -> false;
        };
    }
}
