package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a Step that answers the id of one of a frame's composed forms. Its result variable may stand for the form of a user task
 * of the frame's name: task {@code record} (or {@code record_2}) with {@code camunda:formRef="${recordForm}"}. Nothing else
 * may set that variable, and it is set on every way to the task; the check of diagrams proves both.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface GivesForm {

    /** Name of the frame. */
    String value();
}
