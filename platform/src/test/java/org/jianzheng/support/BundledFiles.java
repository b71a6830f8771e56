package org.jianzheng.support;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jianzheng.workflow.bundle.BundleFiles;
import org.jianzheng.workflow.form.ComposedForms;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What one deployment of the program holds, composed forms included, without starting the program. */
public final class BundledFiles {

    private static final Map<String, byte[]> FILES = read();

    private BundledFiles() {}

    /** Diagrams, decisions and forms by name. */
    public static Map<String, byte[]> all() {
        return FILES;
    }

    /** The forms by id. */
    public static Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new TreeMap<>();
        FILES.forEach((name, content) -> {
            if (name.endsWith(".form")) {
                forms.put(name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')), content);
            }
        });
        return forms;
    }

    // Nothing is created but the beans that compose forms and what they need, which is data and no database.
    private static Map<String, byte[]> read() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context);
            scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
            // What runs by itself would be created with the context.
            scanner.addExcludeFilter(new AssignableTypeFilter(SmartLifecycle.class));
            scanner.addExcludeFilter(
                    (type, factory) -> type.getClassMetadata().getClassName().matches(".*(Probe.*|Test(\\$.*)?)"));
            scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
            scanner.getBeanDefinitionDefaults().setLazyInit(true);
            scanner.scan("org.jianzheng");
            context.refresh();
            return Collections.unmodifiableMap(BundleFiles.read(
                    "classpath:/",
                    context.getBeansOfType(ComposedForms.class, true, false).values()));
        }
    }
}
