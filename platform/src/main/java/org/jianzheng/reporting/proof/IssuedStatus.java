package org.jianzheng.reporting.proof;

import java.util.Map;
import java.util.Optional;

/**
 * What the ledger says became of an issued report.
 *
 * @param replacedBy the number that stands in its place, or null
 */
public record IssuedStatus(Kind kind, String replacedBy) {

    static final IssuedStatus VALID = new IssuedStatus(Kind.VALID, null);

    /** The later outweighs the earlier: what was replaced and then recalled is recalled. */
    public enum Kind {
        VALID,
        REPLACED,
        RECALLED
    }

    private static final Map<String, Kind> ACTIONS = Map.of(
            "report.replaced", Kind.REPLACED,
            "report.recalled", Kind.RECALLED,
            "report.voided", Kind.RECALLED,
            "number.voided", Kind.RECALLED);

    /** What an entry of that action makes of a report; empty where it changes nothing. */
    static Optional<IssuedStatus> after(String action, Map<String, Object> content) {
        return Optional.ofNullable(ACTIONS.get(action))
                .map(kind -> new IssuedStatus(kind, text(content.get("replacedBy"))));
    }

    static boolean decides(String action) {
        return ACTIONS.containsKey(action);
    }

    IssuedStatus and(IssuedStatus other) {
        Kind worse = kind.compareTo(other.kind) >= 0 ? kind : other.kind;
        return new IssuedStatus(worse, other.replacedBy == null ? replacedBy : other.replacedBy);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
