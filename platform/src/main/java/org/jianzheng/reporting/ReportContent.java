package org.jianzheng.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/**
 * The canonical content of a report: everything it prints but the pictures, as JSON with its members in order and nothing
 * between them, so that the same content always has the same SHA-256.
 */
record ReportContent(
        String family, List<Map<String, String>> items, List<Map<String, String>> rows, Map<String, String> text) {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static ReportContent of(ReportModel model) {
        return new ReportContent(model.family(), model.items(), model.rows(), model.text());
    }

    static ReportContent read(String json) {
        try {
            return CANONICAL.readValue(json, ReportContent.class);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    String json() {
        try {
            return CANONICAL.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    ReportModel model() {
        return new ReportModel(family, text, rows, items, ReportModel.Stamps.NONE);
    }

    static byte[] sha256(String json) {
        return sha256(json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
