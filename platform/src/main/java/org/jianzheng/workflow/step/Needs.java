package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a Step refuses to do without. Of the milestones of one thing one is enough, of every thing one is needed; where it
 * stands more than once on a Step, one of them is enough. The aggregate refuses as the last line; no deployed diagram gets
 * that far.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Needs.Either.class)
public @interface Needs {

    Milestone[] value() default {};

    /** None of these. */
    Milestone[] not() default {};

    /** More than one on the same Step. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Either {
        Needs[] value();
    }
}
