package org.jianzheng.support;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.PersonAuthentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Acting as one of the demo people, without Keycloak. */
public final class As {

    private static final Map<String, Person> PEOPLE = Map.ofEntries(
            person("commissioner", "陈思远", "developers/WBJT/commissioner"),
            person("sampler", "王海涛", "contractors/SJ1/sampler"),
            person("witness", "赵敏", "supervision/HC/witness"),
            person("receiver", "林晓燕", "labs/BJ01/receiver"),
            person("tester", "张伟", "labs/BJ01/tester"),
            person("reviewer", "吴静", "labs/BJ01/reviewer"),
            person("signatory", "郑国安", "labs/BJ01/signatory"),
            person("technicalhead", "秦志远", "labs/BJ01/technicalhead"),
            person("labadmin", "何建明", "labs/BJ01/labadmin"),
            person("tester2", "马文博", "labs/BJ02/tester"),
            person("supervisor", "杨国栋", "station/supervisor"),
            person("stationadmin", "高洁", "station/stationadmin"),
            person("admin", "系统管理员", "camunda-admin"));

    private As() {}

    /** The person of that user name; the names are those of the demo realm. */
    public static Person whoIs(String username) {
        Person person = username.equals("system") ? Person.SYSTEM : PEOPLE.get(username);
        if (person == null) {
            throw new IllegalArgumentException("Nobody in the demo city is called " + username);
        }
        return person;
    }

    public static <T> T person(String username, Supplier<T> work) {
        return acting(new PersonAuthentication(whoIs(username)), work);
    }

    public static void person(String username, Runnable work) {
        person(username, done(work));
    }

    /** Somebody else. */
    public static <T> T person(Person person, Supplier<T> work) {
        return acting(new PersonAuthentication(person), work);
    }

    /** With the password typed again at that instant, as signing asks for. */
    public static <T> T present(String username, Instant provedAt, Supplier<T> work) {
        return acting(new PersonAuthentication(whoIs(username), provedAt), work);
    }

    public static void present(String username, Instant provedAt, Runnable work) {
        present(username, provedAt, done(work));
    }

    /** Somebody else, or one of them with other roles. @param provedAt when they typed their password again, or null */
    public static void person(Person person, Instant provedAt, Runnable work) {
        acting(
                provedAt == null ? new PersonAuthentication(person) : new PersonAuthentication(person, provedAt),
                done(work));
    }

    /** For MockMvc: {@code get("/cases").with(As.signedIn("tester"))}. */
    public static RequestPostProcessor signedIn(String username) {
        return SecurityMockMvcRequestPostProcessors.authentication(new PersonAuthentication(whoIs(username)));
    }

    /** The same, who typed their password again at that instant. */
    public static RequestPostProcessor present(String username, Instant provedAt) {
        return SecurityMockMvcRequestPostProcessors.authentication(new PersonAuthentication(whoIs(username), provedAt));
    }

    private static <T> T acting(PersonAuthentication person, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static Supplier<Void> done(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    private static Map.Entry<String, Person> person(String username, String name, String group) {
        return Map.entry(username, new Person(username, name, Set.of(group)));
    }
}
