package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a bean that starts a process of something that exists already: what has been reached by then. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Begins.Several.class)
public @interface Begins {

    /** Key of the process. */
    String value();

    Milestone[] with();

    /** More than one on the same bean. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        Begins[] value();
    }
}
