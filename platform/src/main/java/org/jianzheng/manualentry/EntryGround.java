package org.jianzheng.manualentry;

/** Why forces of a record were typed. */
public enum EntryGround {
    /** The laboratory has no machine for it that sends by itself. */
    NO_MACHINE,
    /** The station lets the laboratory, 准许人工录入. */
    WAIVER,
    /** Its machine is out of order, and the technical head lets them that day. */
    OUT_OF_ORDER,
    /** The run of the piece was broken off, and a second person let it be tested once more. */
    BROKEN_OFF
}
