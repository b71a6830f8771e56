package org.jianzheng.gate;

/** Where on its way a case is when the gate is asked. */
public enum GatePoint {
    COMMISSION,
    RECEIPT,
    ASSIGNMENT,
    /** The raw record of a test: what was done, on what day, by whom, with which machine. */
    RUN,
    REVIEW,
    SIGNING
}
