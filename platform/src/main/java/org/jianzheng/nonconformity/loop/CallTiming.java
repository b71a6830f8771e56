package org.jianzheng.nonconformity.loop;

/** When the parties are called: the station's switch per material. */
public enum CallTiming {
    FIRST_FAILURE,
    AFTER_RETEST
}
