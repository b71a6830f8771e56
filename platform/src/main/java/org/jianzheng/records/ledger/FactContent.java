package org.jianzheng.records.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.key.Sha256;

/**
 * The salted content of an entry. In form 2 it holds who, why, the plain subject and case with the salts of their opaque
 * ids, and the facts; in form 1 the facts alone.
 */
record FactContent(Map<String, Object> whole, int form) {

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
            Map<String, Object> whole = text == null ? null : StoredJson.read(text, new TypeReference<>() {});
            return new FactContent(whole == null ? Map.of() : whole, form);
        } catch (UncheckedIOException e) {
            // Somebody changed it: the hash tells, the page must still open.
            return new FactContent(Map.of(), form);
        }
    }

    String json() {
        return StoredJson.sorted(whole);
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
