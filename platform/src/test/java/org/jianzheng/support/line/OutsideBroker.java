package org.jianzheng.support.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.support.Checkout;
import org.jianzheng.support.TestDatabase;
import org.springframework.test.util.TestSocketUtils;

/** A broker in a process of its own, set up as {@code docs/outside-broker.xml} says, with these machines. */
public final class OutsideBroker implements AutoCloseable {

    public static final String USER = "platform";
    public static final String PASSWORD = "of-the-platform";

    /** The machine of which the documented file speaks; its part is repeated for each. */
    private static final String EXAMPLE = "BJ01-YL-01";

    private static final String BEGIN = "<!-- for each machine -->";
    private static final String END = "<!-- end of each machine -->";

    private final int corePort = TestSocketUtils.findAvailableTcpPort();
    private final int mqttPort = TestSocketUtils.findAvailableTcpPort();
    private final Path folder;
    private final ChildJvm child;

    /** @param name of its folder */
    public OutsideBroker(String name, List<SpoolingMachine.Login> machines) throws IOException {
        folder = TestDatabase.folder().resolve(name);
        child = new ChildJvm(folder, OutsideBrokerMain.class);
        Files.createDirectories(folder);
        Map<String, String> users = new LinkedHashMap<>();
        machines.forEach(machine -> users.put(machine.equipment(), machine.secret()));
        users.put(USER, PASSWORD);
        write("broker.xml", documented(machines));
        write(
                "login.config",
                """
                machines {
                    org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule required
                        org.apache.activemq.jaas.properties.user="users.properties"
                        org.apache.activemq.jaas.properties.role="roles.properties";
                };
                """);
        write("users.properties", lines(users));
        write("roles.properties", lines(users.keySet().stream().collect(Collectors.toMap(user -> user, user -> user))));
    }

    private static String documented(List<SpoolingMachine.Login> machines) throws IOException {
        String all = Files.readString(Checkout.top().resolve("platform/docs/outside-broker.xml"));
        String one = all.substring(all.indexOf(BEGIN), all.indexOf(END));
        return all.replace(
                one,
                machines.stream()
                        .map(machine -> one.replace(EXAMPLE, machine.equipment()))
                        .collect(Collectors.joining()));
    }

    private static String lines(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Where machines reach it. */
    public int port() {
        return mqttPort;
    }

    /** Where the platform reaches it. */
    public String url() {
        return "tcp://127.0.0.1:" + corePort;
    }

    public void start() throws InterruptedException {
        child.start(
                List.of(
                        "-Djava.security.auth.login.config=" + folder.resolve("login.config"),
                        "-Dmachines.data=" + folder.resolve("data"),
                        "-Dmachines.core=" + corePort,
                        "-Dmachines.mqtt=" + mqttPort),
                List.of(folder.toString()));
    }

    /** What it has logged. */
    public String said() {
        return child.said();
    }

    public void kill() throws InterruptedException {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
