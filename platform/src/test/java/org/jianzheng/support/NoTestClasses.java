package org.jianzheng.support;

import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The tests are on the classpath of the local services and journeys; the application must not take their beans for its own. */
public class NoTestClasses extends TypeExcludeFilter {

    public static void applyTo(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("noTestClasses", new NoTestClasses());
    }

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
        return type.getResource().getURL().getPath().contains("/test-classes/");
    }

    // The filter asks for these: they tell cached test contexts apart.
    @Override
    public boolean equals(Object other) {
        return other instanceof NoTestClasses;
    }

    @Override
    public int hashCode() {
        return Objects.hash(NoTestClasses.class);
    }
}
