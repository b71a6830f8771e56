package org.jianzheng.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.records.rows.DemoRows;
import org.jianzheng.support.Checkout;
import org.jianzheng.support.DemoCases;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoKeys;
import org.jianzheng.support.EmbeddedKeycloak;
import org.jianzheng.support.EmbeddedMariaDb;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.NoTestClasses;
import org.jianzheng.support.SpecimensOfAnyAge;
import org.jianzheng.support.line.LineKeys;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole platform on one machine, for `./mvnw`: the application, a MariaDB and a Keycloak as its children, and the demo
 * city. What is entered stays in {@code .local/}.
 */
public final class LocalPlatform {

    /** 8883 beside 1883. */
    private static final int TLS_BEHIND = 7000;

    private final Instant started = Instant.now();
    private final MutableClock clock = new MutableClock();
    private int machinePort;
    private int machineTlsPort;
    private SiteAddress site;
    private LocalFolder local;
    private SimulatedMachines machines;
    private EmbeddedKeycloak keycloak;
    private EmbeddedMariaDb mariadb;
    private ConfigurableApplicationContext application;

    private LocalPlatform() {}

    public static void main(String[] arguments) {
        quiet();
        LocalPlatform platform = new LocalPlatform();
        // One hook in one order: Spring's own would run beside it, and lose its database in the middle of closing.
        Runtime.getRuntime().addShutdownHook(new Thread(platform::stop, "stop"));
        try {
            platform.start(arguments);
        } catch (CannotStart reason) {
            Say.line("无法启动：%s", reason.getMessage());
            System.exit(1);
        } catch (RuntimeException reason) {
            reason.printStackTrace();
            Say.line("无法启动：%s", reason.getMessage());
            System.exit(1);
        }
    }

    // Until the application sets its own levels.
    private static void quiet() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    private void start(String[] arguments) {
        local = LocalFolder.take();
        int port = Ports.free("平台", "JIANZHENG_PORT", 8080);
        machinePort = Ports.free("试验设备接入 MQTT ", "JIANZHENG_MQTT_PORT", 1883);
        machineTlsPort = Ports.free("试验设备加密接入 MQTT ", "JIANZHENG_MQTTS_PORT", machinePort + TLS_BEHIND);
        int keycloakPort = Ports.free("身份认证服务 Keycloak ", "JIANZHENG_KEYCLOAK_PORT", 8180);
        site = SiteAddress.of(Ports.free("平台加密访问", "JIANZHENG_HTTPS_PORT", 8443));
        Say.line("正在启动，数据保存在 %s", local.of(""));
        synchronized (this) {
            keycloak = EmbeddedKeycloak.launch(
                    local.of("keycloak"), keycloakPort, Checkout.realm(port, site.url()), site.host());
        }
        step("数据库 MariaDB", () -> startDatabase(local.of("mariadb")));
        step("平台", () -> startApplication(port, arguments));
        // Before anybody can sign in: its first cases are played with the clock set back.
        step("演示城市", this::seed);
        step("身份认证服务 Keycloak", this::awaitKeycloak);
        synchronized (this) {
            machines = SimulatedMachines.start(machinePort, application);
        }
        Welcome.print(port, keycloakPort, machinePort, machineTlsPort, Duration.between(started, Instant.now()));
        site.print(local.of("keys"));
    }

    private void step(String name, Callable<?> work) {
        Instant begun = Instant.now();
        try (Waiting waiting = new Waiting(name)) {
            work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Say.line("%s 就绪（%d 秒）", name, Duration.between(begun, Instant.now()).toSeconds());
    }

    private Void startDatabase(Path folder) throws InterruptedException {
        CompletableFuture<EmbeddedMariaDb> starting =
                CompletableFuture.supplyAsync(() -> EmbeddedMariaDb.start(folder.resolve("data"), 0));
        boolean seen = false;
        while (!starting.isDone()) {
            boolean runs = ProcessHandle.current().children().anyMatch(LocalPlatform::isDatabase);
            if (seen && !runs) {
                // The library would wait two minutes for a server that has ended.
                throw damaged(folder);
            }
            seen = runs;
            Thread.sleep(100);
        }
        if (starting.isCompletedExceptionally()) {
            throw damaged(folder);
        }
        synchronized (this) {
            mariadb = starting.join();
        }
        return null;
    }

    private static boolean isDatabase(ProcessHandle child) {
        return child.isAlive() && child.info().command().orElse("").endsWith("mariadbd");
    }

    private static CannotStart damaged(Path folder) {
        return new CannotStart("数据库打不开数据目录 %s，它可能已损坏或不可写。有备份请先恢复该目录；要放弃其中的数据重新开始，删除该目录后再执行 ./mvnw", folder);
    }

    private Void startApplication(int port, String[] arguments) {
        SpringApplication spring = new SpringApplication(JianzhengApplication.class);
        spring.setRegisterShutdownHook(false);
        spring.setAdditionalProfiles("local");
        spring.addInitializers(NoTestClasses::applyTo, SpecimensOfAnyAge::applyTo, this::applyClock, this::applySite);
        spring.setDefaultProperties(properties(port));
        ConfigurableApplicationContext context = spring.run(arguments);
        synchronized (this) {
            application = context;
        }
        return null;
    }

    private void applyClock(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(MutableClock.class, () -> clock, bean -> bean.setPrimary(true));
    }

    private void applySite(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(SiteConnector.class, () -> new SiteConnector(site, local.of("keys")));
    }

    private Map<String, Object> properties(int port) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.put("spring.datasource.url", mariadb.url());
        properties.put("spring.datasource.username", "app");
        properties.put("spring.datasource.password", "app");
        properties.put("spring.flyway.user", "flyway");
        properties.put("spring.flyway.password", "flyway");
        properties.put("jianzheng.base-url", "http://localhost:" + port);
        properties.put("jianzheng.machines.folder", local.of("machines").toString());
        properties.put("jianzheng.machines.port", machinePort);
        properties.put("jianzheng.machines.in-real-time", SimulatedMachines.areInRealTime());
        properties.put("jianzheng.machines.tls-port", machineTlsPort);
        properties.putAll(LineKeys.in(local.of("keys")));
        properties.put("jianzheng.evidence.folder", local.of("evidence").toString());
        properties.put("logging.file.name", local.of("platform.log").toString());
        properties.put("jianzheng.keycloak.issuer", keycloak.issuer());
        properties.putAll(DemoKeys.in(local.of("keys"), DemoCity.LABS));
        return properties;
    }

    private Void awaitKeycloak() {
        try {
            keycloak.awaitReady(Duration.ofMinutes(4));
            return null;
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "身份认证服务没有启动，它的数据可能已损坏，原因见 %s。要重新建立它，删除目录 %s 后再执行 ./mvnw（检测数据不受影响）",
                    keycloak.log(), keycloak.log().getParent());
        }
    }

    private Void seed() {
        // By the schema's owner: the application itself may not change every row of a registry.
        DataSource owner = new DriverManagerDataSource(mariadb.url(), "flyway", "flyway");
        DemoCity.seed(owner);
        DemoRows.take(owner);
        playCases();
        DemoCity.connectMachines(owner);
        DemoRows.take(owner);
        return null;
    }

    /** The platform is as good without its demo cases: whoever starts it is told, not stopped. */
    private void playCases() {
        try {
            DemoCases.seed(application, clock, stretch -> Say.line("演示案件，%s", stretch));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(LocalPlatform.class).error("The demo cases were not finished", e);
            Say.line("演示案件没有全部建立，平台可照常使用；原因见 %s", local.of("platform.log"));
        }
    }

    private void stop() {
        ConfigurableApplicationContext closing;
        EmbeddedMariaDb database;
        EmbeddedKeycloak identity;
        SimulatedMachines simulated;
        synchronized (this) {
            simulated = machines;
            closing = application;
            database = mariadb;
            identity = keycloak;
        }
        if (identity == null) {
            return;
        }
        Say.line("正在停止");
        if (simulated != null) {
            simulated.close();
        }
        if (closing != null) {
            // Where the database was ended at the same moment, closing must not wait for it at every bean.
            closing.getBean(HikariDataSource.class).setConnectionTimeout(1000);
            closing.close();
        }
        identity.stop();
        if (database != null) {
            database.stop();
        }
        // What was only just starting.
        ProcessHandle.current().descendants().toList().forEach(child -> {
            child.destroy();
            child.onExit().completeOnTimeout(child, 20, TimeUnit.SECONDS).join();
        });
    }
}
