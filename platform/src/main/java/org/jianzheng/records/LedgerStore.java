package org.jianzheng.records;

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
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.Paged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's tables. */
@Component
class LedgerStore {

    private static final String LINES =
            """
            SELECT e.*, l.position FROM ledger_entry e LEFT JOIN leaf l ON l.entry_id = e.id
            """;

    // What is hashed is the text as stored, so its form may change with time; keys in order merely help readers.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JdbcTemplate sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LedgerStore(JdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(Ledger.Fact fact, Person actor) {
        String id = fact.id().toString();
        String content = json(fact.content());
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        sql.update(
                "INSERT INTO ledger_entry (id, at, actor, actor_name, action, subject, case_id, reason, content_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                utc(clock.instant()),
                actor.username(),
                actor.name(),
                fact.action(),
                fact.subject(),
                fact.caseId(),
                fact.reason(),
                contentHash(salt, content));
        sql.update("INSERT INTO ledger_content (entry_id, salt, content) VALUES (?, ?, ?)", id, salt, content);
        sql.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", id);
    }

    Paged<LedgerLine> ofCase(String caseId, int page, int size) {
        List<LedgerLine> lines = sql.query(
                LINES + " WHERE e.case_id = ? ORDER BY e.at, l.position, e.id LIMIT ? OFFSET ?",
                (row, n) -> line(row),
                caseId,
                size,
                (long) page * size);
        Long total = sql.queryForObject("SELECT COUNT(*) FROM ledger_entry WHERE case_id = ?", Long.class, caseId);
        return new Paged<>(lines, total == null ? 0 : total);
    }

    /** Placed ones in the order of the tree, then those that wait. */
    List<LedgerLine> ofSubject(String subject) {
        return sql.query(
                LINES + " WHERE e.subject = ? ORDER BY l.position IS NULL, l.position, e.at, e.id",
                (row, n) -> line(row),
                subject);
    }

    Optional<LedgerLine> find(UUID id) {
        return sql.query(LINES + " WHERE e.id = ?", (row, n) -> line(row), id.toString()).stream()
                .findFirst();
    }

    /** Committed entries without a place, oldest first. */
    List<LedgerLine> pending(int most) {
        return sql.query(
                LINES + " JOIN ledger_pending p ON p.entry_id = e.id ORDER BY e.at, e.id LIMIT ?",
                (row, n) -> line(row),
                most);
    }

    Map<String, Object> content(UUID id) {
        return sql
                .queryForList("SELECT content FROM ledger_content WHERE entry_id = ?", String.class, id.toString())
                .stream()
                .findFirst()
                .map(LedgerStore::map)
                .orElse(Map.of());
    }

    /** Does the stored content still have the hash that its entry gives? */
    boolean contentIntact(LedgerLine line) {
        return sql.query(
                        "SELECT salt, content FROM ledger_content WHERE entry_id = ?",
                        (row, n) -> HexFormat.of().formatHex(contentHash(row.getBytes(1), row.getString(2))),
                        line.id().toString())
                .contains(line.contentHash());
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                UUID.fromString(row.getString("id")),
                row.getObject("position", Long.class),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("case_id"),
                row.getString("reason"),
                HexFormat.of().formatHex(row.getBytes("content_hash")));
    }

    /** How instants go into DATETIME(6) columns: UTC whatever the zone of the JVM, microseconds. */
    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static byte[] contentHash(byte[] salt, String content) {
        return Hash.sha256(salt, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A fact's content must be simple values", e);
        }
    }

    private static Map<String, Object> map(String content) {
        try {
            return JSON.readValue(content, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
