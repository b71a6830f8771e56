package org.jianzheng.standards.catalogue;

/** Where a value of the report is taken from. What is worked out has a name here: folders hold no arithmetic. */
public enum ReportSource {
    /** The figure of that name in the specimen's row. */
    SPECIMEN,
    /** The fact of that name of the result, said in the words of the order's field where it has one of that name. */
    FACT,
    /** The order's field of that name, in its words. */
    ORDER,
    /** The same; the sample's name for orders written before it was asked. */
    KIND,
    /** What every report says, under the same key: {@code madeOn}. */
    COMMON,
    GRADE,
    SPEC,
    /** At the test, and the one ordered where they differ. */
    AGE,
    CURING,
    BATCH_NO,
    MAKER,
    /** The sample's name without the words for its specimens. */
    MATERIAL,
    /** Taken on site, or tested again. */
    PURPOSE,
    /** What was seen of the specimens that were bent. */
    BENDS,
    /** Of the line, from 1. */
    NUMBER,
    /** The specimen's number, short. */
    MARK,
    /** The group of specimens that is evaluated together. */
    SET,
    /** Nominal, of a bar of the diameter that the fact of that name says. */
    BAR_AREA,
    /** Of a cube with the side in mm that the fact of that name says, or {@code from} itself where there is one size only. */
    CUBE_AREA,
    CUBE_SIZE;

    /** Whether it says which specimen, not what was found. */
    public boolean isPlace() {
        return this == NUMBER || this == MARK || this == SET;
    }
}
