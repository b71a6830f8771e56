package probe;

import static org.mockito.Mockito.mock;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.PersonAuthentication;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.support.PlainNames;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * The workflow module alone, with its own diagrams, an in-memory database and the engine's web applications on a real port.
 * The request header {@code Test-Person}, or a cookie of that name, says who is signed in.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2ClientAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            SessionAutoConfiguration.class
        })
@ComponentScan("org.jianzheng.workflow")
@ConfigurationPropertiesScan("org.jianzheng.workflow")
@Import({Identity.class, ProbeSteps.class, ProbeCases.class, ProbeForms.class})
public class ProbePlatform {

    static {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    /** Who can be in the header. */
    public static final Map<String, Person> PEOPLE = Map.of(
            "commissioner", new Person("commissioner", "委托员", Set.of("developers/WBJT/commissioner")),
            "tester", new Person("tester", "检测员", Set.of("labs/BJ01/tester")),
            "tester3", new Person("tester3", "同室检测员", Set.of("labs/BJ01/tester")),
            "tester2", new Person("tester2", "外所检测员", Set.of("labs/BJ02/tester")),
            "reviewer", new Person("reviewer", "审核人", Set.of("labs/BJ01/reviewer")),
            "admin", new Person("admin", "管理员", Set.of("camunda-admin")));

    @Bean
    DisplayNames names() {
        return new PlainNames();
    }

    @Bean
    Ledger ledger() {
        return mock(Ledger.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** As the migration makes it, in the words of this database; the engine has made its own tables by then. */
    @Bean
    InitializingBean openTaskTable(ProcessEngine engine, JdbcTemplate sql) {
        return () ->
                sql.execute("CREATE TABLE IF NOT EXISTS workflow_open_task (reader VARCHAR(262), created_at TIMESTAMP,"
                        + " task_id VARCHAR(64) REFERENCES ACT_RU_TASK (ID_) ON DELETE CASCADE, candidate INT, suspension INT,"
                        + " assignee VARCHAR(255), name VARCHAR(255), priority INT, due_at TIMESTAMP, follow_up_at TIMESTAMP,"
                        + " case_id VARCHAR(255), PRIMARY KEY (reader, created_at, task_id))");
    }

    @Bean
    InitializingBean answerTable(JdbcTemplate sql) {
        return () -> sql.execute("CREATE TABLE IF NOT EXISTS workflow_answer (number BIGINT AUTO_INCREMENT PRIMARY KEY,"
                + " case_id VARCHAR(64), root_id VARCHAR(64), deployment VARCHAR(64), process VARCHAR(64), step VARCHAR(64),"
                + " variable VARCHAR(64), answer VARCHAR(32), at TIMESTAMP)");
    }

    /** The engine lets nobody in whom its identity service does not know. */
    @Bean
    SmartInitializingSingleton people(IdentityService engine) {
        return () -> {
            engine.saveGroup(engine.newGroup("camunda-admin"));
            PEOPLE.values().forEach(person -> save(engine, person));
            engine.createMembership("admin", "camunda-admin");
        };
    }

    private static void save(IdentityService engine, Person person) {
        var user = engine.newUser(person.username());
        user.setFirstName(person.name());
        user.setLastName("");
        user.setPassword("none");
        engine.saveUser(user);
    }

    @Bean
    FilterRegistrationBean<Filter> whoIsSignedIn() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            Person person = PEOPLE.get(name((HttpServletRequest) request));
            if (person != null) {
                SecurityContextHolder.setContext(new SecurityContextImpl(new PersonAuthentication(person)));
            }
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
        registration.setOrder(-200);
        return registration;
    }

    static String name(HttpServletRequest request) {
        if (request.getHeader("Test-Person") != null) {
            return request.getHeader("Test-Person");
        }
        for (var cookie : request.getCookies() == null ? new jakarta.servlet.http.Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals("Test-Person")) {
                return cookie.getValue();
            }
        }
        return "";
    }
}
