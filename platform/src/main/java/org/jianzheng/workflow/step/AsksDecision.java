package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a bean that asks {@code Decisions}: which table, with which facts, for which answers. The wiring test and every
 * deployment check that the table fits.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AsksDecision.Several.class)
public @interface AsksDecision {

    /** Key of the table, the name of its file in {@code processes/}. */
    String value();

    /** Names of the facts; a table reads no others. */
    String[] given();

    /** Names of the outputs the code relies on. */
    String[] answers();

    /** More than one on the same bean. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        AsksDecision[] value();
    }
}
