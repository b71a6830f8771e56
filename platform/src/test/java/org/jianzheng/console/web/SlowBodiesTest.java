package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real server with four threads against more strangers than that. */
@Timeout(60)
class SlowBodiesTest {

    private static final int THREADS = 4;

    @TempDir
    Path folder;

    private final Tomcat server = new Tomcat();
    private final List<Socket> strangers = new ArrayList<>();
    private int port;

    @BeforeEach
    void start() throws Exception {
        server.setBaseDir(folder.toString());
        server.setPort(0);
        var connector = server.getConnector();
        connector.setProperty("maxThreads", String.valueOf(THREADS));
        connector.setProperty("minSpareThreads", "1");
        connector.setProperty("connectionTimeout", "2000");
        server.getEngine().getPipeline().addValve(new SlowBodies(Duration.ofMillis(300), 1024));
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/*", "echo");
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        server.stop();
        server.destroy();
    }

    @Test
    void threeHundredIdleSocketsHoldUpNobody() throws Exception {
        for (int i = 0; i < 300; i++) {
            stranger(i % 2 == 0 ? "" : "GET /half HTTP/1.1\r\nHost: x\r\n");
        }
        assertThat(ask("/", "hello").body()).isEqualTo("5");
    }

    @Test
    void bodiesThatComeDropByDropAreCutOff() throws Exception {
        dripping("/read");
        assertThat(ask("/read", "hello").body()).isEqualTo("5");
    }

    @Test
    void soAreThoseThatNobodyReads() throws Exception {
        dripping("/ignore");
        assertThat(ask("/read", "hello").body()).isEqualTo("5");
    }

    @Test
    void anAnswerThatNeededNoBodyArrivesAllTheSame() throws Exception {
        for (int i = 0; i < 3; i++) {
            var answer = ask("/ignore", "x".repeat(1 << 20));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("no");
        }
    }

    /** As many as there are threads and more, each with a byte now and then, until they are closed. */
    private void dripping(String path) throws Exception {
        var drops = Executors.newSingleThreadScheduledExecutor(run -> {
            var thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < 3 * THREADS; i++) {
            var socket = stranger("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nx");
            drops.scheduleAtFixedRate(() -> drop(socket), 50, 50, TimeUnit.MILLISECONDS);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException cutOff) {
            throw new IllegalStateException(cutOff);
        }
    }

    private Socket stranger(String sent) throws IOException {
        var socket = new Socket("localhost", port);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        strangers.add(socket);
        return socket;
    }

    private java.net.http.HttpResponse<String> ask(String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/ignore")) {
                response.setStatus(401);
                response.getWriter().write("no");
            } else {
                response.getWriter()
                        .write(String.valueOf(request.getInputStream().readAllBytes().length));
            }
        }
    }
}
