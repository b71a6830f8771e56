package org.jianzheng.nonconformity.loop;

/** Which re-test a loop wants. */
public enum RetestKind {
    /** The failed item again on double specimens, commissioned by the developer. */
    DOUBLE,
    /** By a laboratory both sides agree on, ordered by the station (order 57, article 25). */
    DISPUTE
}
