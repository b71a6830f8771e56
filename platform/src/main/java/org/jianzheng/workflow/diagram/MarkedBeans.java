package org.jianzheng.workflow.diagram;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** The classes of beans that bear a mark, without creating any. */
final class MarkedBeans {

    private MarkedBeans() {}

    /** @param several the mark's own container, of a bean that bears more than one */
    static Collection<Class<?>> of(
            ListableBeanFactory beans, Class<? extends Annotation> mark, Class<? extends Annotation> several) {
        List<Class<?>> classes = new ArrayList<>();
        Stream.of(mark, several)
                .flatMap(one -> Arrays.stream(beans.getBeanNamesForAnnotation(one)))
                .forEach(name -> classes.add(ClassUtils.getUserClass(beans.getType(name))));
        return classes;
    }
}
