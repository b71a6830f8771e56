package org.jianzheng.reporting.composing;

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
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.singles.SingleValues;

/**
 * The canonical content of a report: everything it prints but the pictures, as JSON with its members in order and nothing
 * between them, so that the same content always has the same SHA-256.
 *
 * @param family of a report worded before its content had the tables in it, with {@code rows} of its one table; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportContent(
        String family,
        List<Map<String, String>> items,
        List<Map<String, String>> rows,
        SingleValues singles,
        Map<String, String> text) {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public static ReportContent of(ReportModel model) {
        return new ReportContent(null, model.items(), null, model.singles(), model.text());
    }

    public static ReportContent read(String json) {
        try {
            var read = CANONICAL.readValue(json, ReportContent.class);
            return read.singles() == null
                    ? new ReportContent(
                            null, read.items(), null, SingleValues.ofEarlier(read.family(), read.rows()), read.text())
                    : read;
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    public String json() {
        try {
            return CANONICAL.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public ReportModel model() {
        return new ReportModel(singles, text, items, ReportModel.Stamps.NONE);
    }

    public static byte[] sha256(String json) {
        return sha256(json.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
