package org.jianzheng.records.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.key.RowMarking;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's tables. */
@Component
public class LedgerStore {

    private static final String FROM = " FROM ledger_entry e LEFT JOIN leaf l ON l.entry_id = e.id";
    private static final String LINES = "SELECT e.*, l.position, l.leaf_hash, c.content, c.salt" + FROM
            + " LEFT JOIN ledger_content c ON c.entry_id = e.id";
    // The sequencer needs no content.
    private static final String PENDING = "SELECT p.entry_id AS pending, e.*, l.position, l.leaf_hash, NULL AS content"
            + " FROM ledger_pending p LEFT JOIN ledger_entry e ON e.id = p.entry_id LEFT JOIN leaf l ON l.entry_id = e.id";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final JdbcTemplate sql;
    private final LedgerKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LedgerStore(JdbcTemplate sql, LedgerKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /** Time is this moment, whatever the caller thinks it is. */
    void insert(Ledger.Fact fact, Person actor) {
        String id = fact.id().toString();
        String content = FactContent.of(fact, actor, keys).json();
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] contentHash = FactContent.hash(salt, content);
        Instant at = CityTime.now(clock);
        RowMarking.Mark mark = keys.mark(LeafText.of(unplaced(fact, at, contentHash), keys));
        sql.update(
                "INSERT INTO ledger_entry (id, form, at, action, subject, case_id, content_hash, mac_key, mac)"
                        + " VALUES (?, 2, ?, ?, ?, ?, ?, ?, ?)",
                id,
                CityTime.utc(at),
                fact.action(),
                fact.subject(),
                fact.caseId(),
                contentHash,
                mark.keyId(),
                mark.mac());
        sql.update("INSERT INTO ledger_content (entry_id, salt, content) VALUES (?, ?, ?)", id, salt, content);
        sql.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", id);
    }

    private static StoredEntry unplaced(Ledger.Fact fact, Instant at, byte[] contentHash) {
        String hash = HexFormat.of().formatHex(contentHash);
        return new StoredEntry(
                new LedgerLine(
                        fact.id(), null, at, null, null, fact.action(), fact.subject(), fact.caseId(), null, hash),
                2,
                null,
                null,
                null);
    }

    Paged<LedgerLine> ofCase(String caseId, int page, int size) {
        List<LedgerLine> lines = sql.query(
                LINES + " WHERE e.case_id = ? ORDER BY e.at, l.position, e.id LIMIT ? OFFSET ?",
                (row, n) -> entry(row).line(),
                caseId,
                size,
                (long) page * size);
        Long total = sql.queryForObject("SELECT COUNT(*) FROM ledger_entry WHERE case_id = ?", Long.class, caseId);
        return new Paged<>(lines, total == null ? 0 : total);
    }

    /** Placed ones in the order of the tree, then those that wait. */
    List<ToldEntry> ofSubject(String subject) {
        return sql.query(
                LINES + " WHERE e.subject = ? ORDER BY l.position IS NULL, l.position, e.at, e.id",
                (row, n) -> told(row),
                subject);
    }

    Optional<ToldEntry> find(UUID id) {
        return sql.query(LINES + " WHERE e.id = ?", (row, n) -> told(row), id.toString()).stream()
                .findFirst();
    }

    /**
     * What is to be placed.
     *
     * @param rawId as it stands in the row
     * @param entry null where there is none of that id
     */
    record Waiting(String rawId, StoredEntry entry) {}

    /** Oldest first; before them what has no entry. */
    List<Waiting> pending(int most) {
        return sql.query(
                PENDING + " ORDER BY e.at, p.entry_id LIMIT ?",
                (row, n) -> new Waiting(row.getString("pending"), row.getString("id") == null ? null : entry(row)),
                most);
    }

    /** When the oldest entry that waits was made; empty where none does. */
    Optional<Instant> waitsSince() {
        return Optional.ofNullable(sql.queryForObject(
                "SELECT MIN(e.at) AS at FROM ledger_pending p JOIN ledger_entry e ON e.id = p.entry_id",
                (row, n) -> CityTime.instant(row, "at")));
    }

    /**
     * An entry with everything that belongs to it.
     *
     * @param waits for its place
     * @param refused by the sequencer
     */
    record Held(ToldEntry told, String rawId, boolean waits, boolean refused) {}

    /** Entries by id behind that one. */
    List<Held> held(String after, int most) {
        return sql.query(
                "SELECT e.*, l.position, l.leaf_hash, c.content, c.salt, p.entry_id AS waits, r.entry_id AS refused"
                        + FROM
                        + " LEFT JOIN ledger_content c ON c.entry_id = e.id"
                        + " LEFT JOIN ledger_pending p ON p.entry_id = e.id"
                        + " LEFT JOIN ledger_refusal r ON r.entry_id = e.id"
                        + " WHERE e.id > ? ORDER BY e.id LIMIT ?",
                (row, n) -> new Held(
                        told(row),
                        row.getString("id"),
                        row.getString("waits") != null,
                        row.getString("refused") != null),
                after == null ? "" : after,
                most);
    }

    /** Has it wait for its place again. */
    void requeue(String entry) {
        sql.update("INSERT IGNORE INTO ledger_pending (entry_id) VALUES (?)", entry);
    }

    /** Did this entry wait for its place when marks were introduced? */
    boolean isBeforeMarks(UUID id) {
        return !sql.queryForList("SELECT 1 FROM ledger_before_marks WHERE entry_id = ?", id.toString())
                .isEmpty();
    }

    private static ToldEntry told(ResultSet row) throws SQLException {
        return new ToldEntry(entry(row), row.getBytes("salt"), row.getString("content"));
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        int form = row.getInt("form");
        FactContent content = FactContent.read(form == 1 ? null : row.getString("content"), form);
        LedgerLine line = new LedgerLine(
                id(row.getString("id")),
                row.getObject("position", Long.class),
                at(row),
                form == 1 ? row.getString("actor") : content.text("actor"),
                form == 1 ? row.getString("actor_name") : content.text("actorName"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("case_id"),
                form == 1 ? row.getString("reason") : content.text("reason"),
                HexFormat.of().formatHex(row.getBytes("content_hash")));
        return new StoredEntry(line, form, row.getString("mac_key"), row.getBytes("mac"), row.getBytes("leaf_hash"));
    }

    // The platform writes ids in one way. Whatever else stands there is an entry that proves nothing, and must stop no
    // one
    // who reads it: the id given to it here has no mark and no leaf.
    private static UUID id(String raw) {
        return raw.matches(ID) ? UUID.fromString(raw) : UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8));
    }

    // Null for what is no day, such as 0000-00-00, which an account can have the database take.
    static Instant at(ResultSet row) throws SQLException {
        Instant at = CityTime.instant(row, "at");
        return at == null ? Instant.EPOCH : at;
    }
}
