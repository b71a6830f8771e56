package org.jianzheng.support;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Classes of the modules by their marks, found without starting anything. */
public final class MarkedClasses {

    private MarkedClasses() {}

    @SafeVarargs
    public static List<Class<?>> with(Class<? extends Annotation>... marks) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        for (Class<? extends Annotation> mark : marks) {
            scanner.addIncludeFilter(new AnnotationTypeFilter(mark));
        }
        List<Class<?>> classes = new ArrayList<>();
        scanner.findCandidateComponents("org.jianzheng")
                .forEach(found -> classes.add(ClassUtils.resolveClassName(found.getBeanClassName(), null)));
        classes.removeIf(type -> type.getName().matches(".*(Probe.*|Test(\\$.*)?)"));
        return classes;
    }
}
