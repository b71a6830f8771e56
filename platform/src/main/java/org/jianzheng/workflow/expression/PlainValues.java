package org.jianzheng.workflow.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * The one place where the engine's values and plain ones meet. Lists and maps are kept as JSON text, never Java-serialised;
 * numbers are decimals, never binary floats: {@code 0.10} comes back as {@code 0.10}.
 */
public final class PlainValues {

    // Deep nesting and endless digits are attacks, not data.
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxNumberLength(60)
            .build();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static {
        JSON.getFactory().setStreamReadConstraints(LIMITS);
    }

    private PlainValues() {}

    /** Strings, numbers, booleans, lists and maps out of JSON text. */
    public static Object parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, Object.class);
    }

    /** JSON text of plain values. */
    public static String write(Object plain) {
        try {
            return JSON.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a plain value: " + plain, e);
        }
    }

    /** What the engine is to keep for a plain value. */
    public static Object toEngine(Object plain) {
        boolean structured = plain instanceof Map || plain instanceof Iterable || plain instanceof BigDecimal;
        return structured ? SpinValues.jsonValue(write(plain)).create() : plain;
    }

    /** The plain value of what the engine keeps. */
    public static Object toPlain(TypedValue kept) {
        if (kept == null) {
            return null;
        }
        if (kept instanceof JsonValue json && json.getValueSerialized() != null) {
            try {
                return parse(json.getValueSerialized());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the engine kept broken JSON", e);
            }
        }
        if (kept instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            throw new IllegalStateException("not a plain value: " + serialized.getType());
        }
        return kept.getValue();
    }
}
