package org.jianzheng.face.matching;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authority's service (docs/faces.md says what is sent and what may be answered). Whatever else it does, not answering
 * included, compares nothing, and a person looks.
 */
final class HttpMatcher implements FaceMatcher {

    private static final Logger log = LoggerFactory.getLogger(HttpMatcher.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final int LONGEST_MODEL = 100;
    private static final int DIGITS = 24;
    private static final int PLACES = 4;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private final FaceSettings.Service service;
    private final FaceThresholds thresholds;
    private final HttpClient client;

    HttpMatcher(FaceSettings.Service service, FaceThresholds thresholds) {
        this.service = service;
        this.thresholds = thresholds;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                // Faces go where the configuration says and nowhere else.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What the service found in the photo and the portrait. */
    enum Faces {
        ONE,
        NONE,
        NONE_IN_PORTRAIT,
        SEVERAL
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(Faces faces, BigDecimal score, String model) {

        // 1E-999999999 is a number that nobody can write out.
        boolean sound() {
            boolean named = model != null && !model.isBlank() && model.length() <= LONGEST_MODEL;
            return faces != null && named && (faces != Faces.ONE || score != null && isLikeness());
        }

        private boolean isLikeness() {
            return score.precision() <= DIGITS
                    && Math.abs(score.scale()) <= DIGITS
                    && score.abs().compareTo(BigDecimal.ONE) <= 0;
        }
    }

    @Override
    public FaceFinding compare(byte[] portrait, byte[] photo) {
        CompletableFuture<HttpResponse<byte[]>> asked = null;
        try {
            asked = client.sendAsync(request(portrait, photo), answer -> new LimitedBody(LARGEST_ANSWER));
            return read(asked.get(service.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away(e);
        } catch (IOException e) {
            log.warn(
                    "The face service answered what cannot be read: {}",
                    e.getClass().getSimpleName());
            return FaceFinding.notCompared(NotCompared.SERVICE_ANSWER, "");
        } finally {
            if (asked != null) {
                asked.cancel(true);
            }
        }
    }

    private FaceFinding away(Exception why) {
        log.warn("The face service gave no answer: {}", String.valueOf(why.getCause() == null ? why : why.getCause()));
        return FaceFinding.notCompared(NotCompared.SERVICE_AWAY, "");
    }

    private HttpRequest request(byte[] portrait, byte[] photo) throws JsonProcessingException {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] body = JSON.writeValueAsBytes(
                Map.of("portrait", base64.encodeToString(portrait), "photo", base64.encodeToString(photo)));
        HttpRequest.Builder request = HttpRequest.newBuilder(service.url())
                .timeout(service.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (service.token() != null && !service.token().isBlank()) {
            request.header("Authorization", "Bearer " + service.token());
        }
        return request.build();
    }

    private FaceFinding read(HttpResponse<byte[]> answered) throws IOException {
        if (answered.statusCode() != 200) {
            log.warn("The face service answered {}", answered.statusCode());
            return FaceFinding.notCompared(NotCompared.SERVICE_ANSWER, "");
        }
        Answer answer = JSON.readValue(answered.body(), Answer.class);
        if (answer == null || !answer.sound()) {
            return FaceFinding.notCompared(NotCompared.SERVICE_ANSWER, "");
        }
        return switch (answer.faces()) {
            case ONE ->
                FaceFinding.judged(answer.score().setScale(PLACES, RoundingMode.FLOOR), thresholds, answer.model());
            case NONE -> FaceFinding.noFace(answer.model());
            case NONE_IN_PORTRAIT -> FaceFinding.notCompared(NotCompared.NO_FACE_IN_PORTRAIT, answer.model());
            case SEVERAL -> FaceFinding.notCompared(NotCompared.SEVERAL_FACES, answer.model());
        };
    }
}
