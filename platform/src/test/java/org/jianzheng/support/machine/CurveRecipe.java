package org.jianzheng.support.machine;

/** What a made curve is made of. */
public sealed interface CurveRecipe permits Pressing, Pulling {

    /** Points a second. */
    double hertz();
}
