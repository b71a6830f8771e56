package org.jianzheng.acquisition.scene;

/** What a photo of a test shows. */
public enum PhotoMoment {
    /** The specimen in the machine, before it is loaded. */
    START,
    /** How it broke. */
    BREAK
}
