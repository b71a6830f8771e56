package org.jianzheng.support.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveHash;

/**
 * The host of a testing machine, as its maker would write it after the wire contract: it sends a run in chunks at QoS 1,
 * keeps all of it until the platform has accepted it, and sends again what it is asked for.
 */
public final class MachineHost implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topics;
    private final Mqtt3AsyncClient client;
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();

    private MachineHost(String labCode, String equipment, Mqtt3AsyncClient client) {
        this.topics = "jz/v1/" + labCode + "/" + equipment + "/";
        this.client = client;
    }

    /** Connected, with a session that lasts, and listening to its commands. */
    public static MachineHost connect(int port, String labCode, String equipment, String secret) {
        MachineHost host = new MachineHost(labCode, equipment, client(port, equipment));
        host.client.publishes(MqttGlobalPublishFilter.ALL, publish -> host.told.add(read(publish.getPayloadAsBytes())));
        host.client
                .connectWith()
                .cleanSession(false)
                .simpleAuth()
                .username(equipment)
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        host.client
                .subscribeWith()
                .topicFilter(host.topics + "cmd")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return host;
    }

    public boolean isConnected() {
        return client.getState().isConnected();
    }

    public static Mqtt3AsyncClient client(int port, String identifier) {
        return Mqtt3Client.builder()
                .identifier(identifier)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it sends of a run, message by message. */
    public record Spool(String runId, String begin, List<String> chunks, String end) {

        public static Spool of(String runId, String specimen, String method, Curve curve, int pointsInAChunk) {
            List<String> chunks = new ArrayList<>();
            for (int from = 0; from < curve.points(); from += pointsInAChunk) {
                int to = Math.min(curve.points(), from + pointsInAChunk);
                chunks.add(samples(runId, chunks.size(), curve, from, to));
            }
            String begin =
                    """
                    {"runId":"%s","specimen":"%s","method":"%s","operator":"张伟",\
                    "startedAt":"2026-03-02T09:30:00+08:00","unit":"kN","software":"TestHost 1.0"}"""
                            .formatted(runId, specimen, method);
            String end = """
                    {"runId":"%s","chunks":%d,"points":%d,"peakKn":%s,"sha256":"%s"}"""
                    .formatted(
                            runId,
                            chunks.size(),
                            curve.points(),
                            curve.kilonewtons(curve.peak()).toPlainString(),
                            CurveHash.of(curve));
            return new Spool(runId, begin, chunks, end);
        }

        /** The same, begun at that time under a permit. */
        public Spool under(String permit, Instant startedAt) {
            ObjectNode told = (ObjectNode) read(begin.getBytes(StandardCharsets.UTF_8));
            told.put("startedAt", startedAt.toString());
            told.put("permit", permit);
            return new Spool(runId, told.toString(), chunks, end);
        }

        /** As it lies on the machine's disk, a message a line. */
        public String kept() {
            return Stream.of(List.of(begin), chunks, List.of(end))
                    .flatMap(List::stream)
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        private static String samples(String runId, int seq, Curve curve, int from, int to) {
            return "{\"runId\":\"%s\",\"seq\":%d,\"t\":[%s],\"kN\":[%s]}"
                    .formatted(
                            runId,
                            seq,
                            IntStream.range(from, to)
                                    .mapToObj(i -> String.valueOf(curve.millis(i)))
                                    .collect(Collectors.joining(",")),
                            IntStream.range(from, to)
                                    .mapToObj(i -> curve.kilonewtons(i).toPlainString())
                                    .collect(Collectors.joining(",")));
        }
    }

    /** All of it, in order. */
    public void send(Spool spool) {
        begin(spool);
        IntStream.range(0, spool.chunks().size()).forEach(seq -> chunk(spool, seq));
        end(spool);
    }

    public void begin(Spool spool) {
        publish(spool.runId(), "begin", spool.begin());
    }

    public void chunk(Spool spool, int seq) {
        publish(spool.runId(), "samples", spool.chunks().get(seq));
    }

    public void end(Spool spool) {
        publish(spool.runId(), "end", spool.end());
    }

    /** Returns when the broker has acknowledged it. */
    public void publish(String runId, String kind, String body) {
        sending(runId, kind, body)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Under any topic; returns when the broker has acknowledged it. */
    public void sendTo(String topic, String body) {
        sendingTo(topic, body).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** What a sensor measured; returns when the broker has acknowledged it. */
    public void environment(Instant at, String temperatureC, String humidityPercent) {
        environment("{\"at\":\"%s\",\"temperatureC\":%s,\"humidityPercent\":%s}"
                .formatted(at, temperatureC, humidityPercent));
    }

    public void environment(String body) {
        sendingTo(topics + "env", body)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    public CompletableFuture<?> sending(String runId, String kind, String body) {
        return sendingTo(topics + "run/" + runId + "/" + kind, body);
    }

    /** Under a topic that is not its own: returns when the broker has cut it off. */
    public void isCutOffFor(String topic, String body) throws InterruptedException {
        sendingTo(topic, body);
        long patience = PATIENCE.toMillis();
        while (client.getState().isConnected()) {
            if (patience <= 0) {
                throw new AssertionError("Still connected after sending to " + topic);
            }
            Thread.sleep(50);
            patience -= 50;
        }
    }

    private CompletableFuture<?> sendingTo(String topic, String body) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private JsonNode hears() {
        try {
            return hears(PATIENCE)
                    .orElseThrow(() -> new AssertionError("The machine was told nothing for " + PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next thing it is told, if it is told anything for that long. */
    public Optional<JsonNode> hears(Duration wait) throws InterruptedException {
        return Optional.ofNullable(told.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The next thing of that kind about that run; what else it is told by then is passed over. */
    public JsonNode hears(String runId, String word) {
        JsonNode next = hears();
        while (!next.has(word) || !next.path("runId").asText().equals(runId)) {
            next = hears();
        }
        return next.get(word);
    }

    @Override
    public void close() {
        if (client.getState().isConnected()) {
            client.disconnect()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(gone -> null)
                    .join();
        }
    }
}
