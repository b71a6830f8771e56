package org.jianzheng;

import java.util.Map;
import java.util.Set;
import org.jianzheng.workflow.step.ProcessSteps;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Beans are named by their full class names, so that two modules may each have a class of the same short name. What diagrams
 * call {@code sampling} is no bean's name either.
 */
public class BeanNames extends FullyQualifiedAnnotationBeanNameGenerator {

    @Override
    protected boolean isStereotypeWithNameValue(
            String annotation, Set<String> metaAnnotations, Map<String, Object> attributes) {
        return !annotation.equals(ProcessSteps.class.getName())
                && super.isStereotypeWithNameValue(annotation, metaAnnotations, attributes);
    }
}
