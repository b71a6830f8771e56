package org.jianzheng.testing.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** The stored form of what a correction changes. */
final class ChangedValues {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChangedValues() {}

    static String write(List<ChangedValue> changes) {
        try {
            return MAPPER.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<ChangedValue> read(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
