package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a Step that only looks: it answers {@code on} exactly where one of the milestones has been reached. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    Milestone[] value();

    /** Otherwise it answers false, or an empty text. */
    String on();
}
