package org.jianzheng.nonconformity;

/** When the parties are called: the station's switch per material. */
enum Calls {
    FIRST_FAILURE,
    AFTER_RETEST
}
