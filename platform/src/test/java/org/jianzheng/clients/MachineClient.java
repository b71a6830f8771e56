package org.jianzheng.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A testing machine's side of the wire contract (docs/machines.md), to start from: one file, HiveMQ's client, Jackson. */
public final class MachineClient implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private final String topics;
    private final Path spool;
    private final Mqtt3AsyncClient client;
    // A run that is opened is told of every ten seconds until it begins.
    private final Set<String> handed = ConcurrentHashMap.newKeySet();

    /**
     * @param spool folder in which runs are kept until they are accepted: one file a run, one message a line
     * @param opened told of each run that an operator opens: its id, and {@code {"specimen","method"}}
     */
    public MachineClient(
            String host,
            int port,
            String lab,
            String code,
            String secret,
            Path spool,
            BiConsumer<String, JsonNode> opened) {
        this.topics = "jz/v1/" + lab + "/" + code + "/";
        this.spool = spool;
        client = Mqtt3Client.builder()
                .identifier(code)
                .serverHost(host)
                .serverPort(port)
                .automaticReconnectWithDefaultConfig()
                .simpleAuth()
                .username(code)
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                heard -> worker.execute(() -> hear(read(heard.getPayloadAsBytes()), opened)));
        handed.addAll(runs());
        handed.forEach(this::cutTorn);
        client.connectWith().cleanSession(false).send().join();
        client.subscribeWith()
                .topicFilter(topics + "cmd")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
        // After a restart all of each run is sent again.
        handed.forEach(run -> lines(run).forEach(line -> publish(run, line)));
        worker.scheduleWithFixedDelay(this::repeatEnds, 3, 3, TimeUnit.SECONDS);
    }

    private void hear(JsonNode told, BiConsumer<String, JsonNode> opened) {
        String runId = told.path("runId").asText();
        if (told.has("open")) {
            if (handed.add(runId)) {
                opened.accept(runId, told.get("open"));
            }
        } else if (told.has("accepted")) {
            file(runId).toFile().delete();
        } else if (told.has("resend")) {
            List<String> kept = lines(runId);
            // Line 0 is the begin, which is as good as missing where any chunk is.
            kept.stream().limit(1).forEach(line -> publish(runId, line));
            told.get("resend").forEach(seq -> kept.stream()
                    .filter(line -> line.contains("\"seq\":" + seq.asInt() + ","))
                    .forEach(line -> publish(runId, line)));
        } else {
            System.err.println("Not taken: " + told);
        }
    }

    public void begin(
            String runId, String specimen, String method, String operator, String startedAt, String software) {
        keep(
                runId,
                begun(runId, specimen, method, operator, startedAt, software).toString());
    }

    /**
     * The same where nobody could open the run.
     *
     * @param runId of one of the permit's runs @param permit the offline permit as it was handed out
     */
    public void beginUnder(
            String permit,
            String runId,
            String specimen,
            String method,
            String operator,
            String startedAt,
            String software) {
        keep(
                runId,
                begun(runId, specimen, method, operator, startedAt, software)
                        .put("permit", permit)
                        .toString());
    }

    private ObjectNode begun(
            String runId, String specimen, String method, String operator, String startedAt, String software) {
        return json.createObjectNode()
                .put("runId", runId)
                .put("specimen", specimen)
                .put("method", method)
                .put("operator", operator)
                .put("startedAt", startedAt)
                .put("unit", "kN")
                .put("software", software);
    }

    /** @param seq from 0 without gaps @param t whole ms since the begin @param kilonewtons of at most three decimals */
    public void samples(String runId, int seq, int[] t, BigDecimal[] kilonewtons) {
        keep(
                runId,
                "{\"runId\":\"%s\",\"seq\":%d,\"t\":%s,\"kN\":%s}"
                        .formatted(
                                runId,
                                seq,
                                Arrays.toString(t),
                                Arrays.stream(kilonewtons)
                                        .map(BigDecimal::toPlainString)
                                        .collect(Collectors.joining(",", "[", "]"))));
    }

    /** Over everything that was kept of it. */
    public void end(String runId) {
        MessageDigest digest = sha256();
        BigDecimal peak = null;
        int points = 0;
        List<JsonNode> chunks = lines(runId).stream()
                .map(line -> read(line.getBytes(StandardCharsets.UTF_8)))
                .filter(message -> message.has("seq"))
                .toList();
        for (JsonNode chunk : chunks) {
            for (int i = 0; i < chunk.get("t").size(); i++, points++) {
                BigDecimal force =
                        new BigDecimal(chunk.get("kN").get(i).asText()).setScale(3, RoundingMode.UNNECESSARY);
                peak = peak == null ? force : peak.max(force);
                digest.update((chunk.get("t").get(i).asInt() + "," + force.toPlainString() + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
        keep(
                runId,
                "{\"runId\":\"%s\",\"chunks\":%d,\"points\":%d,\"peakKn\":%s,\"sha256\":\"%s\"}"
                        .formatted(
                                runId,
                                chunks.size(),
                                points,
                                peak,
                                HexFormat.of().formatHex(digest.digest())));
    }

    // First on disk, then on the way.
    private synchronized void keep(String runId, String body) {
        try {
            Files.writeString(
                    file(runId),
                    body + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publish(runId, body);
    }

    private void publish(String runId, String body) {
        String kind = body.contains("\"sha256\"") ? "end" : body.contains("\"seq\"") ? "samples" : "begin";
        client.publishWith()
                .topic(topics + "run/" + runId + "/" + kind)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private void repeatEnds() {
        if (client.getState().isConnected()) {
            runs().forEach(run -> lines(run).stream()
                    .filter(line -> line.contains("\"sha256\""))
                    .forEach(line -> publish(run, line)));
        }
    }

    private List<String> runs() {
        try (Stream<Path> kept = Files.list(Files.createDirectories(spool))) {
            return kept.map(run -> run.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What power loss tore off was never sent.
    private void cutTorn(String runId) {
        try {
            String kept = Files.readString(file(runId));
            Files.writeString(file(runId), kept.substring(0, kept.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String runId) {
        return spool.resolve(runId);
    }

    private synchronized List<String> lines(String runId) {
        try {
            return Files.exists(file(runId)) ? Files.readAllLines(file(runId)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(byte[] bytes) {
        try {
            return json.reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        client.disconnect().join();
    }
}
