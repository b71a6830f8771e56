package org.jianzheng.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jianzheng.JianzhengApplication;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole platform on a real database: engine on, job executor off, no Keycloak, MockMvc to ask for
 * pages. All such tests share one context and one database, so each makes ids of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = {JianzhengApplication.class, MutableClock.Configuration.class, DemoCity.Configuration.class},
        properties = {
            "spring.datasource.driver-class-name=org.jianzheng.support.CountingDriver",
            "jianzheng.machines.enabled=true"
        })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@AutoConfigureMockMvc
@ActiveProfiles("test")
public @interface PlatformTest {}
