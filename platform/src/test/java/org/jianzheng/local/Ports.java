package org.jianzheng.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the local platform; each can be changed by an environment variable. */
final class Ports {

    private Ports() {}

    /** The port, free at this moment. */
    static int free(String service, String variable, int usual) {
        String chosen = System.getenv(variable);
        int port = chosen == null ? usual : parse(variable, chosen);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return port;
        } catch (IOException taken) {
            throw new CannotStart(
                    "端口 %d 已被其他程序占用，%s无法启动。请停止占用该端口的程序，或换一个端口：%s=%d ./mvnw", port, service, variable, port + 1000);
        }
    }

    private static int parse(String variable, String chosen) {
        try {
            return Integer.parseInt(chosen);
        } catch (NumberFormatException e) {
            throw new CannotStart("环境变量 %s=%s 不是端口号，请改为 1024 至 65535 的整数", variable, chosen);
        }
    }
}
