package org.jianzheng.support.line;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoKeys;
import org.jianzheng.support.TestDatabase;
import org.springframework.test.util.TestSocketUtils;

/** A node of the platform in a process of its own, with a broker of its own. */
public final class LineNode implements AutoCloseable {

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final ChildJvm child;

    /** @param name of its folder, in which its broker keeps what it acknowledged */
    public LineNode(String name) {
        Path folder = TestDatabase.folder().resolve(name);
        child = new ChildJvm(folder, LineNodeMain.class);
        settings.put("folder", folder);
        settings.put("spring.datasource.url", TestDatabase.url());
        settings.put("spring.datasource.username", "app");
        settings.put("spring.datasource.password", "app");
        settings.put("spring.flyway.enabled", false);
        settings.put(
                "spring.autoconfigure.exclude",
                "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration,"
                        + "org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration,"
                        + "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration");
        settings.put("spring.datasource.hikari.maximum-pool-size", 5);
        settings.put("jianzheng.evidence.folder", TestDatabase.folder().resolve("evidence"));
        settings.put("jianzheng.machines.enabled", true);
        settings.put("jianzheng.machines.folder", folder.resolve("machines"));
        settings.put("jianzheng.machines.port", port);
        settings.putAll(DemoKeys.in(TestDatabase.folder().resolve("keys"), DemoCity.LABS));
    }

    /** Before it is started. */
    public LineNode with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    /** Where machines reach its broker. */
    public int port() {
        return port;
    }

    /** Returns when it takes in what machines send. */
    public void start() throws InterruptedException {
        List<String> arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
        child.start(List.of(), arguments);
    }

    /** What it has logged. */
    public String said() {
        return child.said();
    }

    /** SIGKILL, in the middle of whatever it does. */
    public void kill() throws InterruptedException {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
