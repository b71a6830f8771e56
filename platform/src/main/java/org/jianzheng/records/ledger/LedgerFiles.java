package org.jianzheng.records.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which evidence files the entries' contents name, and which entries name a file. */
@Component
public class LedgerFiles {

    /** So many records of one file are named. */
    private static final int SHOWN = 5;

    private static final String HASH = "[0-9a-f]{64}";

    private final JdbcTemplate sql;

    LedgerFiles(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Remembers what of the content is an evidence file. Files are stored before the entry that names them. */
    void index(String entry, Map<String, ?> facts) {
        Set<String> hashes = new TreeSet<>();
        collect(facts, hashes);
        for (String sha256 : hashes) {
            sql.update(
                    "INSERT IGNORE INTO ledger_file (sha256, entry_id) SELECT sha256, ? FROM evidence_file WHERE sha256 = ?",
                    entry,
                    sha256);
        }
    }

    private static void collect(Object value, Set<String> hashes) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, hashes));
        } else if (value instanceof Collection<?> list) {
            list.forEach(one -> collect(one, hashes));
        } else if (value instanceof String text && text.matches(HASH)) {
            hashes.add(text);
        }
    }

    /** Subjects of entries that name the file. */
    public List<String> subjects(String sha256) {
        return sql.queryForList(
                "SELECT DISTINCT e.subject FROM ledger_file f JOIN ledger_entry e ON e.id = f.entry_id"
                        + " WHERE f.sha256 = ? ORDER BY e.subject LIMIT " + SHOWN,
                String.class,
                sha256);
    }

    /**
     * Files that the content says there are and that no row knows any more. Contents name them as {@code pdfSha256}, papers
     * as {@code sha256}.
     */
    List<String> unknown(String action, Map<String, Object> facts) {
        List<String> hashes = new ArrayList<>();
        addHash(facts.get("pdfSha256"), hashes);
        if (action.endsWith(".paper")) {
            addHash(facts.get("sha256"), hashes);
        }
        return hashes.stream().filter(sha256 -> !isKnown(sha256)).toList();
    }

    private static void addHash(Object value, List<String> hashes) {
        if (value instanceof String text && text.matches(HASH)) {
            hashes.add(text);
        }
    }

    private boolean isKnown(String sha256) {
        return !sql.queryForList("SELECT 1 FROM evidence_file WHERE sha256 = ?", sha256)
                .isEmpty();
    }
}
