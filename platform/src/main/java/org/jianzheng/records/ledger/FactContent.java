package org.jianzheng.records.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.identity.Person;
import org.jianzheng.records.key.Sha256;

/**
 * The salted content of an entry. In form 2 it holds who, why, the plain subject and case with the salts of their opaque
 * ids, and the facts; in form 1 the facts alone.
 */
record FactContent(Map<String, Object> whole, int form) {

    // What is hashed is the text as stored, so its form may change with time; keys in order merely help readers.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static FactContent of(Ledger.Fact fact, Person actor, LedgerKeys keys) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("actor", actor.username());
        whole.put("actorName", actor.name());
        whole.put("reason", fact.reason());
        name(whole, "subject", fact.subject(), keys);
        name(whole, "case", fact.caseId(), keys);
        whole.put("facts", fact.content());
        return new FactContent(whole, 2);
    }

    private static void name(Map<String, Object> whole, String key, String name, LedgerKeys keys) {
        whole.put(key, name);
        whole.put(key + "Salt", name == null ? null : HexFormat.of().formatHex(keys.salt(name)));
    }

    /** @param text as stored; null where it was erased */
    static FactContent read(String text, int form) {
        try {
            Map<String, Object> whole = text == null ? null : JSON.readValue(text, new TypeReference<>() {});
            return new FactContent(whole == null ? Map.of() : whole, form);
        } catch (JsonProcessingException e) {
            // Somebody changed it: the hash tells, the page must still open.
            return new FactContent(Map.of(), form);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A fact's content must be simple values", e);
        }
    }

    static byte[] hash(byte[] salt, String text) {
        return Sha256.sha256(salt, text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> facts() {
        return form == 1
                ? whole
                : whole.get("facts") instanceof Map<?, ?> facts ? (Map<String, Object>) facts : Map.of();
    }

    /** Who or why; null where it was erased. */
    String text(String key) {
        return whole.get(key) instanceof String text ? text : null;
    }
}
