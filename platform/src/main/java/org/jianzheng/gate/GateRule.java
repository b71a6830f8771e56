package org.jianzheng.gate;

/** What the gate looks at (4.1.11, order 57). The name of its word is {@code gate.rule.<name>}. */
public enum GateRule {
    LAB_UNKNOWN,
    LAB_CERTIFICATE,
    LAB_SCOPE,
    LAB_SUSPENDED,
    PERSON_UNKNOWN,
    /** No certificate for the role at all. */
    PERSON_CERTIFICATE,
    /** Certified for the role, but not for this item. */
    PERSON_ITEM,
    PERSON_EXPIRED,
    /** Registered with another laboratory than the one whose work this is, or no longer with any. */
    PERSON_LAB,
    EQUIPMENT_UNKNOWN,
    EQUIPMENT_ITEM,
    EQUIPMENT_CALIBRATION,
    /** Its accuracy class is too coarse for force tests. */
    EQUIPMENT_CLASS,
    EQUIPMENT_LAB,
    /** The laboratory has no calibrated machine of the kind that a parameter takes. */
    EQUIPMENT_NONE,
    /** The project has no contract with the laboratory for this item. */
    CONTRACT,
    /** Nobody of the employer may act in the role. */
    ROLE_EMPTY
}
