package org.jianzheng.acquisition.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.sensor.SensorReading;

/** Reads what a machine sent, under caps. Forces are read as the decimals they are written as. */
public final class ToldReader {

    /** A second at 100 Hz takes some 800 bytes; nobody needs more for one message. */
    static final int LARGEST_MESSAGE = 256 * 1024;

    static final int MOST_POINTS_IN_A_CHUNK = 10_000;
    static final int MOST_CHUNKS = 100_000;

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_PERMIT = 16 * 1024;
    private static final int LONGEST_NUMBER = 24;
    private static final int DEEPEST = 3;
    private static final int NEWTON_SCALE = 3;
    private static final BigDecimal GREATEST_KN = BigDecimal.valueOf(100_000);
    private static final int LATEST_MILLIS = 7 * 24 * 60 * 60 * 1000;
    private static final BigDecimal COLDEST_C = BigDecimal.valueOf(-60);
    private static final BigDecimal HOTTEST_C = BigDecimal.valueOf(150);
    private static final BigDecimal SATURATED = BigDecimal.valueOf(100);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST_MESSAGE)
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_PERMIT)
                            .maxNameLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ToldReader() {}

    public static Told read(MachineTopic.Kind kind, byte[] bytes) throws Malformed {
        if (bytes.length > LARGEST_MESSAGE) {
            throw new Malformed("more than " + LARGEST_MESSAGE + " bytes");
        }
        JsonNode body = body(bytes);
        String runId = text(body, "runId");
        return switch (kind) {
            case BEGIN ->
                new Told.Begun(runId, begin(body), body.has("permit") ? text(body, "permit", LONGEST_PERMIT) : null);
            case SAMPLES -> samples(runId, body);
            case END -> ended(runId, body);
        };
    }

    /** What a sensor measured, with at most two decimals: more than it can tell nobody needs. */
    static SensorReading environment(MachineTopic.Sender from, byte[] bytes, Instant receivedAt) throws Malformed {
        if (bytes.length > LARGEST_MESSAGE) {
            throw new Malformed("more than " + LARGEST_MESSAGE + " bytes");
        }
        JsonNode body = body(bytes);
        return new SensorReading(
                from.labCode(),
                from.equipment(),
                instant(body, "at").truncatedTo(ChronoUnit.MICROS),
                receivedAt,
                measured(body, "temperatureC", COLDEST_C, HOTTEST_C),
                measured(body, "humidityPercent", BigDecimal.ZERO, SATURATED));
    }

    private static BigDecimal measured(JsonNode body, String field, BigDecimal least, BigDecimal most)
            throws Malformed {
        JsonNode node = body.path(field);
        if (!node.isNumber()) {
            throw new Malformed(field + ": a number");
        }
        BigDecimal value = node.decimalValue();
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new Malformed(field + ": from " + least + " to " + most);
        }
        if (value.stripTrailingZeros().scale() > 2) {
            throw new Malformed(field + ": more than two decimals");
        }
        return value;
    }

    private static JsonNode body(byte[] bytes) throws Malformed {
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw new Malformed("not a JSON object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new Malformed("not JSON: " + shortened(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new Malformed("not JSON");
        }
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_TEXT ? message : message.substring(0, LONGEST_TEXT);
    }

    private static Run.Begin begin(JsonNode body) throws Malformed {
        if (!"kN".equals(text(body, "unit"))) {
            throw new Malformed("unit: kN only");
        }
        return new Run.Begin(
                text(body, "specimen"),
                text(body, "method"),
                text(body, "operator"),
                instant(body, "startedAt"),
                text(body, "software"));
    }

    private static Told.Samples samples(String runId, JsonNode body) throws Malformed {
        JsonNode forces = array(body, "kN");
        int[] newtons = new int[forces.size()];
        for (int i = 0; i < newtons.length; i++) {
            newtons[i] = newtons(forces.get(i), "kN[" + i + "]");
        }
        return new Told.Samples(runId, whole(body, "seq", MOST_CHUNKS - 1), times(body, newtons.length), newtons);
    }

    private static int[] times(JsonNode body, int points) throws Malformed {
        boolean uneven = body.has("t");
        if (uneven == (body.has("t0") || body.has("dt"))) {
            throw new Malformed("either t, or t0 and dt");
        }
        int[] millis = new int[points];
        if (uneven) {
            JsonNode times = array(body, "t");
            if (times.size() != points) {
                throw new Malformed("t and kN differ in length");
            }
            for (int i = 0; i < points; i++) {
                millis[i] = wholeNumber(times.get(i), "t[" + i + "]", LATEST_MILLIS);
            }
        } else {
            long from = whole(body, "t0", LATEST_MILLIS);
            long step = whole(body, "dt", LATEST_MILLIS);
            if (from + step * points > LATEST_MILLIS) {
                throw new Malformed("t0 and dt: later than a week");
            }
            for (int i = 0; i < points; i++) {
                millis[i] = (int) (from + step * i);
            }
        }
        for (int i = 1; i < points; i++) {
            if (millis[i] < millis[i - 1]) {
                throw new Malformed("t[" + i + "] is before the point in front of it");
            }
        }
        return millis;
    }

    private static Told.Ended ended(String runId, JsonNode body) throws Malformed {
        String hash = text(body, "sha256");
        if (!SHA256.matcher(hash).matches()) {
            throw new Malformed("sha256: 64 lower-case hex digits");
        }
        return new Told.Ended(
                runId,
                whole(body, "chunks", MOST_CHUNKS),
                whole(body, "points", Curve.MOST_POINTS),
                newtons(body.path("peakKn"), "peakKn"),
                hash);
    }

    private static JsonNode array(JsonNode body, String field) throws Malformed {
        JsonNode node = body.path(field);
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_POINTS_IN_A_CHUNK) {
            throw new Malformed(field + ": a list of 1 to " + MOST_POINTS_IN_A_CHUNK);
        }
        return node;
    }

    private static String text(JsonNode body, String field) throws Malformed {
        return text(body, field, LONGEST_TEXT);
    }

    private static String text(JsonNode body, String field, int longest) throws Malformed {
        JsonNode node = body.path(field);
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new Malformed(field + ": a text");
        }
        if (node.textValue().length() > longest) {
            throw new Malformed(field + ": more than " + longest + " characters");
        }
        return node.textValue();
    }

    private static Instant instant(JsonNode body, String field) throws Malformed {
        try {
            return OffsetDateTime.parse(text(body, field)).toInstant();
        } catch (DateTimeException e) {
            throw new Malformed(field + ": a time of ISO 8601 with its offset");
        }
    }

    private static int whole(JsonNode body, String field, int most) throws Malformed {
        return wholeNumber(body.path(field), field, most);
    }

    private static int wholeNumber(JsonNode node, String field, int most) throws Malformed {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > most) {
            throw new Malformed(field + ": a whole number from 0 to " + most);
        }
        return node.intValue();
    }

    private static int newtons(JsonNode node, String field) throws Malformed {
        if (!node.isNumber()) {
            throw new Malformed(field + ": a number");
        }
        BigDecimal kn = node.decimalValue();
        if (kn.scale() > NEWTON_SCALE) {
            throw new Malformed(field + ": more than 3 decimals");
        }
        // In this order: a number such as 1e999999 must not be written out.
        if (kn.precision() - kn.scale() > 6 || kn.abs().compareTo(GREATEST_KN) > 0) {
            throw new Malformed(field + ": beyond any machine");
        }
        return kn.movePointRight(NEWTON_SCALE).intValueExact();
    }
}
