package org.jianzheng.support.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoKeys;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.line.ChildJvm;
import org.springframework.test.util.TestSocketUtils;

/** A node of the whole platform in a process of its own, on the database of the tests: phones reach it over HTTP. */
public final class SiteNode implements AutoCloseable {

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final ChildJvm child;

    public SiteNode(String name) {
        Path folder = TestDatabase.folder().resolve(name);
        child = new ChildJvm(folder, SiteNodeMain.class);
        settings.put("folder", folder);
        settings.put("server.port", port);
        settings.put("spring.datasource.url", TestDatabase.url());
        settings.put("spring.datasource.username", "app");
        settings.put("spring.datasource.password", "app");
        settings.put("spring.datasource.hikari.maximum-pool-size", 5);
        settings.put("spring.flyway.enabled", false);
        settings.put("jianzheng.evidence.folder", TestDatabase.folder().resolve("evidence"));
        settings.putAll(DemoKeys.in(TestDatabase.folder().resolve("keys"), DemoCity.LABS));
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Returns when it answers. */
    public void start() throws InterruptedException {
        child.start(
                List.of("-Xmx640m"),
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toList());
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
