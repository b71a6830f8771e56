package org.jianzheng.manualentry;

/** Why forces of a record were typed. */
public enum EntryGround {
    /** The laboratory has no machine for it that sends by itself, nor does the station want one to. */
    NO_MACHINE,
    /** The station lets the laboratory, 准许人工录入. */
    WAIVER,
    /** Its machine is out of order, and the technical head lets them that day. */
    OUT_OF_ORDER
}
