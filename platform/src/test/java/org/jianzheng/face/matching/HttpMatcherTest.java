package org.jianzheng.face.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An authority's service, as it should be and as it may be: whatever it does, nobody passes unseen. */
class HttpMatcherTest {

    private static final byte[] PORTRAIT = {1, 2, 3};
    private static final byte[] PHOTO = {4, 5};
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile Handler handler;
    private volatile JsonNode asked;
    private volatile String authorization;

    private interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/compare", exchange -> {
            asked = new ObjectMapper().readTree(exchange.getRequestBody());
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            try (exchange) {
                handler.answer(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theScoreOfTheServiceIsJudgedByOurThresholdsAndItsModelNamed() throws IOException {
        FaceFinding found = answered("{\"faces\":\"ONE\",\"score\":0.81239,\"model\":\"authority-7\",\"more\":{}}");
        assertThat(found.outcome()).isEqualTo(FaceOutcome.SAME);
        assertThat(found.score()).isEqualTo(new BigDecimal("0.8123"));
        assertThat(found.thresholds().accept()).isEqualTo(new BigDecimal("0.55"));
        assertThat(found.model()).isEqualTo("authority-7");
        assertThat(asked.get("portrait").binaryValue()).isEqualTo(PORTRAIT);
        assertThat(asked.get("photo").binaryValue()).isEqualTo(PHOTO);
        assertThat(authorization).isEqualTo("Bearer secret");
        assertThat(answered("{\"faces\":\"ONE\",\"score\":\"0.45\",\"model\":\"m\"}")
                        .outcome())
                .isEqualTo(FaceOutcome.UNSURE);
        assertThat(answered("{\"faces\":\"ONE\",\"score\":-0.2,\"model\":\"m\"}")
                        .outcome())
                .isEqualTo(FaceOutcome.DIFFERENT);
    }

    @Test
    void noFaceAndSeveralAreSaidAsWhatTheyAre() {
        assertThat(answered("{\"faces\":\"NONE\",\"model\":\"m\"}").outcome()).isEqualTo(FaceOutcome.NO_FACE);
        assertThat(answered("{\"faces\":\"NONE_IN_PORTRAIT\",\"model\":\"m\"}").why())
                .isEqualTo(NotCompared.NO_FACE_IN_PORTRAIT);
        assertThat(answered("{\"faces\":\"SEVERAL\",\"model\":\"m\"}").why()).isEqualTo(NotCompared.SEVERAL_FACES);
    }

    @Test
    void whatItMayNotAnswerComparesNothing() {
        for (String wrong : List.of(
                "",
                "null",
                "[]",
                "SAME",
                "<html>busy</html>",
                "{\"score\":0.9,\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"score\":0.9}",
                "{\"faces\":\"ONE\",\"score\":0.9,\"model\":\" \"}",
                "{\"faces\":\"ONE\",\"score\":1.01,\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"score\":93,\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"score\":1E-999999999,\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"score\":NaN,\"model\":\"m\"}",
                "{\"faces\":\"one\",\"score\":0.9,\"model\":\"m\"}",
                "{\"faces\":0,\"score\":0.9,\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"score\":0.9,\"score\":0.1,\"model\":\"m\"}",
                "{\"faces\":\"ONE\",\"score\":0.9,\"model\":\"m\"}{}",
                "{\"faces\":\"ONE\",\"score\":0.9,\"model\":\"" + "m".repeat(101) + "\"}")) {
            FaceFinding found = answered(wrong);
            assertThat(found.outcome()).as(wrong).isEqualTo(FaceOutcome.NOT_COMPARED);
            assertThat(found.why()).as(wrong).isEqualTo(NotCompared.SERVICE_ANSWER);
        }
    }

    @Test
    void aFailingServiceComparesNothing() {
        handler = exchange -> exchange.sendResponseHeaders(500, -1);
        assertThat(compare().why()).isEqualTo(NotCompared.SERVICE_ANSWER);
        handler = HttpExchange::close;
        assertThat(compare().why()).isEqualTo(NotCompared.SERVICE_AWAY);
        server.stop(0);
        assertThat(compare().why()).isEqualTo(NotCompared.SERVICE_AWAY);
    }

    @Test
    void facesAreNotSentOnToWhereTheServicePoints() {
        AtomicInteger elsewhere = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            send(exchange, "{\"faces\":\"ONE\",\"score\":0.9,\"model\":\"m\"}");
        });
        handler = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        };
        assertThat(compare().why()).isEqualTo(NotCompared.SERVICE_ANSWER);
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void aServiceThatSaysNothingOrDripsIsNotWaitedFor() {
        handler = exchange -> sleep(PATIENCE.multipliedBy(4));
        assertThat(within(PATIENCE.multipliedBy(3)).why()).isEqualTo(NotCompared.SERVICE_AWAY);
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 40; i++) {
                out.write(' ');
                out.flush();
                sleep(Duration.ofMillis(100));
            }
            out.write("{\"faces\":\"ONE\",\"score\":0.9,\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8));
        };
        assertThat(within(PATIENCE.multipliedBy(3)).why()).isEqualTo(NotCompared.SERVICE_AWAY);
    }

    @Test
    void anAnswerThatDoesNotEndIsNotReadToItsEnd() {
        AtomicInteger written = new AtomicInteger();
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[64 * 1024];
            for (int i = 0; i < 2000; i++) {
                exchange.getResponseBody().write(part);
                written.addAndGet(part.length);
            }
        };
        assertThat(compare().outcome()).isEqualTo(FaceOutcome.NOT_COMPARED);
        assertThat(written.get()).isLessThan(2000 * 64 * 1024);
    }

    private FaceFinding answered(String body) {
        handler = exchange -> send(exchange, body);
        return compare();
    }

    private FaceFinding within(Duration limit) {
        Instant begun = Instant.now();
        FaceFinding found = compare();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(limit);
        return found;
    }

    private FaceFinding compare() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/compare");
        return new HttpMatcher(
                        new FaceSettings.Service(url, "secret", PATIENCE),
                        new FaceThresholds(new BigDecimal("0.55"), new BigDecimal("0.40")))
                .compare(PORTRAIT, PHOTO);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
