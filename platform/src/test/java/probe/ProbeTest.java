package probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the workflow module on {@link ProbePlatform}: one context for all of them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = ProbePlatform.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:probe;DB_CLOSE_DELAY=-1",
            "spring.datasource.hikari.connection-init-sql=",
            "camunda.bpm.database.schema-update=true",
            "camunda.bpm.database.type=h2",
            "camunda.bpm.job-execution.enabled=false",
            "jianzheng.workflow.bundle=classpath:/probe/",
            "spring.messages.basename=messages/workflow,messages/kernel,messages/identity",
            "spring.messages.fallback-to-system-locale=false",
            "spring.main.banner-mode=off"
        })
public @interface ProbeTest {}
