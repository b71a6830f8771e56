package org.jianzheng.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of every method, member by member. */
class VectorsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Standards standards = new Standards();

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void answersWhatTheExampleExpects(String id, String method, JsonNode vector) {
        Map<String, Object> inputs = new HashMap<>();
        vector.get("inputs").fields().forEachRemaining(e -> inputs.put(e.getKey(), plain(e.getValue())));

        JsonNode expected = vector.get("expected");
        if (expected.has("status")) {
            Trials.refused(method, inputs, expected.get("field").asText());
            return;
        }
        JsonNode outcome = JSON.valueToTree(standards.evaluate(method, inputs).outcome());

        expected.fields().forEachRemaining(e -> assertThat(outcome.path(e.getKey()))
                .as(e.getKey())
                .isEqualTo(
                        e.getValue().isNull() && !outcome.has(e.getKey()) ? outcome.path(e.getKey()) : e.getValue()));
    }

    private static Object plain(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    static Stream<Arguments> vectors() {
        List<Arguments> all = new ArrayList<>();
        for (String method : new Standards().methods()) {
            read(method).forEach(v -> all.add(Arguments.of(v.get("id").asText(), method, v)));
        }
        return all.stream();
    }

    private static Stream<JsonNode> read(String method) {
        try {
            JsonNode file = JSON.readTree(VectorsTest.class.getResource("/vectors/" + method + ".json"));
            return StreamSupport.stream(file.spliterator(), false);
        } catch (IOException e) {
            throw new IllegalStateException(method, e);
        }
    }
}
