package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What has been reached when a Step has been done. A Step that answers a text lists every answer it has, with what each gives:
 * another one would be a path that nobody has checked, and is refused. What is listed is what may be kept of a case.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Gives.Several.class)
public @interface Gives {

    /** Any text but the empty one and those listed: a number, a name. */
    String TEXT = "*";

    /** Of several milestones of one thing one, nobody knows which. */
    Milestone[] value() default {};

    /** Upon these answers; empty for whatever is answered. */
    String[] on() default {};

    /** Only where the thing was there. */
    Milestone[] from() default {};

    /** Where one of these has been reached it does not answer so. */
    Milestone[] not() default {};

    /** Only where the diagram calls the Step with this text; empty for any call. */
    String with() default "";

    /** More than one on the same Step. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        Gives[] value();
    }
}
