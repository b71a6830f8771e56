package stock;

import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a sample's record is taken in by the book: Spring MVC, one multipart request of form and photos, Spring Data JPA, a row.
 * Nobody signs in, nothing is looked at, encrypted, signed, chained or told. Outside the platform's packages, for the platform
 * not to take it for its own.
 */
public final class StockSite implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private StockSite(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param owner who may make its table */
    public static StockSite start(String url, JdbcTemplate owner) {
        owner.execute("CREATE TABLE stock_submission (id CHAR(36) NOT NULL PRIMARY KEY, form MEDIUMTEXT NOT NULL,"
                + " first LONGBLOB NOT NULL, second LONGBLOB NOT NULL, third LONGBLOB NOT NULL, at DATETIME(6) NOT NULL)"
                + " CHARACTER SET utf8mb4");
        return new StockSite(new SpringApplication(Application.class)
                .run(
                        "--spring.config.name=none",
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=flyway",
                        "--spring.datasource.password=flyway",
                        "--spring.datasource.hikari.maximum-pool-size=30",
                        "--spring.jpa.open-in-view=false",
                        "--spring.jpa.hibernate.ddl-auto=none",
                        "--spring.main.banner-mode=off"));
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    @Import(SubmissionController.class)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Application {}
}
