package org.jianzheng.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Sheets as they are kept: JSON with its members in order, so that the same sheet always has the same SHA-256. */
final class SheetJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SheetJson() {}

    static String write(EvaluationSheet sheet) {
        try {
            return JSON.writeValueAsString(sheet);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Empty where somebody made something else of it. */
    static Optional<EvaluationSheet> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, EvaluationSheet.class));
        } catch (JsonProcessingException changed) {
            return Optional.empty();
        }
    }

    static String sha256(String json) {
        return DigestUtils.sha256Hex(json);
    }
}
