package org.jianzheng;

import java.util.Map;
import java.util.Set;
import org.jianzheng.workflow.ProcessSteps;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/** Boot's names of beans; but what diagrams call {@code sampling} is no bean's name, since the module's door has it. */
public class BeanNames extends AnnotationBeanNameGenerator {

    @Override
    protected boolean isStereotypeWithNameValue(
            String annotation, Set<String> metaAnnotations, Map<String, Object> attributes) {
        return !annotation.equals(ProcessSteps.class.getName())
                && super.isStereotypeWithNameValue(annotation, metaAnnotations, attributes);
    }
}
