package org.jianzheng.batch;

/** Why a group does not count for acceptance, whoever chooses. The first that holds is named. */
public enum NotCounted {
    /** The report was called back or declared void. */
    RECALLED,
    /** An amended report stands in its place. */
    REPLACED,
    /** Not commissioned by the developer: a contractor's own check, a dispute, a spot check of the station (order 57, article 21). */
    NATURE,
    /** Tests again what failed: the group that failed stays in the batch. */
    RETEST,
    /** Neither standard curing nor 600 °C·d under the structure's conditions. */
    CURING,
    /** Designed for less than 28 days: says something about formwork and transport, not about acceptance. */
    EARLY_AGE,
    /** Tested so early or late that it tells nothing of the age it is designed for, or the age cannot be read. */
    AGE,
    /** Both extremes were out, or the report gives no verdict for another reason. */
    NO_VALUE
}
