package org.jianzheng.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jianzheng.reporting.singles.Singles;

/**
 * The canonical content of a report: everything it prints but the pictures, as JSON with its members in order and nothing
 * between them, so that the same content always has the same SHA-256.
 *
 * @param family of a report worded before its content had the tables in it, with {@code rows} of its one table; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportContent(
        String family,
        List<Map<String, String>> items,
        List<Map<String, String>> rows,
        Singles singles,
        Map<String, String> text) {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static ReportContent of(ReportModel model) {
        return new ReportContent(null, model.items(), null, model.singles(), model.text());
    }

    static ReportContent read(String json) {
        try {
            var read = CANONICAL.readValue(json, ReportContent.class);
            return read.singles() == null
                    ? new ReportContent(
                            null, read.items(), null, Singles.ofEarlier(read.family(), read.rows()), read.text())
                    : read;
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
        return new ReportModel(singles, text, items, ReportModel.Stamps.NONE);
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
