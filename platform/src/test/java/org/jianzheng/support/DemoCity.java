package org.jianzheng.support;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jianzheng.registry.personal.DemoPeople;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The demo city's registries: laboratories BJ01 to BJ03, two projects, people named as the realm's demo logins, equipment.
 * May be seeded again and again; days are counted from today.
 */
public final class DemoCity {

    /** The laboratories by code, as their seals name them. */
    public static final Map<String, String> LABS =
            Map.of("BJ01", "宝鸡衡正建设工程检测有限公司", "BJ02", "宝鸡西秦工程质量检测中心", "BJ03", "岐山周原建材检测有限公司");

    /** Project of 建设单位 WBJT, built by SJ1 and supervised by HC. */
    public static final String PROJECT = "XM-2026-001";

    /** Project of GXZY, SJ2 and YD. */
    public static final String OTHER_PROJECT = "XM-2026-002";

    private DemoCity() {}

    /** Seeds before the first test of a context. */
    @TestConfiguration
    static class Configuration {
        @Bean
        SmartInitializingSingleton demoCity(DataSource dataSource) {
            return () -> seed(dataSource);
        }
    }

    public static void seed(DataSource dataSource) {
        DataSource owner = owner(dataSource);
        run("demo/city.sql", owner);
        DemoPeople.seed(owner);
    }

    /** From now on machines of BJ01 send by themselves, and what they send is not typed. */
    public static void connectMachines(DataSource owner) {
        run("demo/machines.sql", owner);
    }

    private static void run(String script, DataSource owner) {
        var populator = new ResourceDatabasePopulator();
        populator.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
        populator.addScript(new ClassPathResource(script));
        populator.execute(owner);
    }

    // The same database as its owner: the application itself may not delete what it registered.
    private static DataSource owner(DataSource dataSource) {
        try {
            return dataSource.isWrapperFor(HikariDataSource.class)
                    ? new DriverManagerDataSource(
                            dataSource.unwrap(HikariDataSource.class).getJdbcUrl(), "flyway", "flyway")
                    : dataSource;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
