package org.jianzheng.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/**
 * Values as they are stored, hashed and marked: JSON without spaces, dates and instants as text, decimals exact. What it
 * writes is for ever: hashes and marks of earlier years are over these very bytes.
 */
public final class StoredJson {

    private static final JsonMapper JSON = mapper().build();
    private static final JsonMapper SORTED =
            mapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private StoredJson() {}

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Maps in the order they have. */
    public static String write(Object value) {
        return write(JSON, value);
    }

    /** Maps in the order of their keys: the same content is always the same text. */
    public static String sorted(Object value) {
        return write(SORTED, value);
    }

    private static String write(JsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException noPlainValue) {
            throw new UncheckedIOException(noPlainValue);
        }
    }

    /** @throws UncheckedIOException where it is no such JSON */
    public static <T> T read(String json, Class<T> type) {
        return read(json, TypeFactory.defaultInstance().constructType(type));
    }

    /** @throws UncheckedIOException where it is no such JSON */
    public static <T> T read(String json, TypeReference<T> type) {
        return read(json, TypeFactory.defaultInstance().constructType(type));
    }

    private static <T> T read(String json, JavaType type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
