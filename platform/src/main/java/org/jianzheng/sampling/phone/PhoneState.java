package org.jianzheng.sampling.phone;

/** Of a registered phone. */
public enum PhoneState {
    /** Nobody else has said yet whose it is. */
    WAITING("waiting"),
    CONFIRMED("running"),
    /** Lost, replaced or refused: what it signs counts no more. */
    LOCKED("closed");

    private final String kind;

    PhoneState(String kind) {
        this.kind = kind;
    }

    /** How pages colour it. */
    public String kind() {
        return kind;
    }
}
