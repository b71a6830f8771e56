package org.jianzheng.workflow.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A class whose public methods diagrams may call: {@code ${sampling.receive(caseId, form)}} is the method {@code
 * receive} of the class marked {@code @ProcessSteps("sampling")}. Expressions reach nothing but such classes.
 *
 * <p>The class is public, in the package {@code <module>.process}; its methods take and return strings, numbers, booleans,
 * plain lists and maps, and know nothing of the engine.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessSteps {

    /** The name diagrams use: the name of the module. Not the bean's, which the module's door may have. */
    String value();
}
