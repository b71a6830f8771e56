package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class UnreadableRequestsTest {

    private WebServer server;

    @BeforeEach
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        new UnreadableRequests().pageForUnreadableRequests().customize(factory);
        server = factory.getWebServer();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anAddressThatIsTooLongGetsAPageWithAWayOut() throws Exception {
        assertThat(get("/cases?q=" + "x".repeat(100_000))).contains("地址太长", "too long", "href=\"/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/..%2f..%2fetc", "/cases/%00"})
    void soDoesOneThatIsBadlyWritten(String path) throws Exception {
        assertThat(get(path)).contains("不允许的字符").doesNotContain("Tomcat");
    }

    private String get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + server.getPort() + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        return response.body();
    }
}
