package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A real server whose real database is out of reach, as often as asked. */
class OutageTest {

    private static final String NO_ONE_SAYS = "Exception|\\bat org\\.|SELECT|SPRING_SESSION|Tomcat";

    private static ServletWebServerApplicationContext server;
    private static String cookie;

    @BeforeAll
    static void start() throws Exception {
        server = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Desk.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + schema(),
                        "--spring.datasource.username=flyway",
                        "--spring.datasource.password=flyway",
                        "--spring.datasource.hikari.maximum-pool-size=2",
                        "--spring.datasource.hikari.connection-timeout=250",
                        "--spring.session.jdbc.table-name=OUTAGE_SESSION");
        cookie = get("/signed-in", "").headers().firstValue("Set-Cookie").orElseThrow();
    }

    // A copy of the table: the one of the platform belongs to its own tests.
    private static String schema() throws SQLException {
        String url = TestDatabase.url();
        try (Connection database = java.sql.DriverManager.getConnection(url, "flyway", "flyway");
                var statement = database.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS OUTAGE_SESSION_ATTRIBUTES, OUTAGE_SESSION");
            statement.execute(
                    "CREATE TABLE OUTAGE_SESSION (PRIMARY_ID CHAR(36) PRIMARY KEY, SESSION_ID CHAR(36) UNIQUE, "
                            + "CREATION_TIME BIGINT, LAST_ACCESS_TIME BIGINT, MAX_INACTIVE_INTERVAL INT, EXPIRY_TIME BIGINT, "
                            + "PRINCIPAL_NAME VARCHAR(100))");
            statement.execute("CREATE TABLE OUTAGE_SESSION_ATTRIBUTES (SESSION_PRIMARY_ID CHAR(36), "
                    + "ATTRIBUTE_NAME VARCHAR(200), ATTRIBUTE_BYTES MEDIUMBLOB, "
                    + "PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME))");
        }
        return url;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPageSaysThatItPassesAndItDoes() throws Exception {
        List<Connection> all = takeAllConnections();
        HttpResponse<String> page = get("/signed-in", cookie);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("暂时无法提供服务", "Temporarily", "href=\"/\"");
        assertThat(page.body()).doesNotContainPattern(NO_ONE_SAYS);
        giveBack(all);
        assertThat(get("/signed-in", cookie).body()).isEqualTo("still here");
    }

    @Test
    void aProgramGetsAProblemDocument() throws Exception {
        List<Connection> all = takeAllConnections();
        for (String address : List.of("/api/rows", "/camunda/api/rows")) {
            HttpResponse<String> answer = get(address, "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"console.error.503\"", "\"message\":\"数据库");
            assertThat(answer.body()).doesNotContainPattern(NO_ONE_SAYS);
        }
        giveBack(all);
        assertThat(get("/api/rows", "").body()).isEqualTo("1");
    }

    @Test
    void aRowThatSomebodyHoldsIsWaitedForOnlySoLong() throws Exception {
        JdbcTemplate database = new JdbcTemplate(server.getBean(HikariDataSource.class));
        assertThat(database.queryForObject("SELECT @@innodb_lock_wait_timeout", Integer.class))
                .isLessThanOrEqualTo(15);
        HttpResponse<String> answer = get("/api/locked", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContainPattern(NO_ONE_SAYS);
    }

    @Test
    void whatNobodyCouldAnswerNamesNothingOfItsInside() throws Exception {
        HttpResponse<String> page = get("/broken", "");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("系统出错", "href=\"/\"").doesNotContainPattern(NO_ONE_SAYS);
    }

    private static List<Connection> takeAllConnections() throws SQLException {
        HikariDataSource pool = server.getBean(HikariDataSource.class);
        return List.of(pool.getConnection(), pool.getConnection());
    }

    private static void giveBack(List<Connection> all) throws SQLException {
        for (Connection one : all) {
            one.close();
        }
    }

    private static HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.getWebServer().getPort() + path));
        Stream.of(cookie).filter(value -> !value.isEmpty()).forEach(value -> request.header("Cookie", value));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @TestComponent // not for the scan of whole-platform tests
    @RestController
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        SessionAutoConfiguration.class
    })
    @Import({
        LastResort.Place.class,
        StandingAnswer.class,
        UnreadableRequests.class,
        Languages.class,
        Mishaps.class,
        ErrorAdvice.class
    })
    static class Desk {

        private final JdbcTemplate database;

        Desk(HikariDataSource pool) {
            database = new JdbcTemplate(pool);
        }

        @GetMapping("/signed-in")
        String signedIn(HttpSession session) {
            String before = (String) session.getAttribute("seen");
            session.setAttribute("seen", "still here");
            return before;
        }

        @GetMapping({"/api/rows", "/camunda/api/rows"})
        Integer rows() {
            return database.queryForObject("SELECT 1", Integer.class);
        }

        @GetMapping("/api/locked")
        void locked() {
            throw new org.springframework.dao.CannotAcquireLockException(
                    "UPDATE secret", new SQLException("Lock wait timeout exceeded", "HY000", 1205));
        }

        @GetMapping("/error")
        void errorPageFails(HttpServletRequest request) {
            throw new IllegalStateException("secret: SELECT");
        }

        @GetMapping("/broken")
        void broken() {
            throw new IllegalStateException("secret: SELECT");
        }
    }
}
