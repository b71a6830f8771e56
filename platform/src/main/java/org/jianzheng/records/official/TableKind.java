package org.jianzheng.records.official;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a table's comment says in front of its colon, and what the application's user may do with its rows for it. Behind the
 * colon stands why. Official rows are written only together with a ledger entry: through entities that are {@link Official},
 * or through {@link OfficialRows}.
 */
enum TableKind {
    /** Changed and never deleted. */
    OFFICIAL("official", "SELECT, INSERT, UPDATE"),
    /** Only ever added. In front of what its words begin with. */
    OFFICIAL_INSERT_ONLY("insert-only official", "SELECT, INSERT"),
    /** Only ever added; proves itself, or proves nothing. */
    INSERT_ONLY("insert-only", "SELECT, INSERT"),
    /** A row that is changed, never added or removed. */
    ONE_ROW("one-row", "SELECT, UPDATE"),
    /** Put in, taken out, never changed. */
    QUEUE("queue", "SELECT, INSERT, DELETE"),
    READ_ONLY("read-only", "SELECT"),
    /** Drawn anew from elsewhere, or of no meaning once the work is done. */
    WORKING("working", "SELECT, INSERT, UPDATE, DELETE");

    /** Everything that may be granted on a table and is. */
    private static final String[] GRANTED = {"SELECT", "INSERT", "UPDATE", "DELETE"};

    private final String word;
    private final String rights;

    TableKind(String word, String rights) {
        this.word = word;
        this.rights = rights;
    }

    /** Empty for a table that says nothing: one of the engine, of Flyway, of somebody else. */
    static Optional<TableKind> of(String comment) {
        String said = comment == null ? "" : comment.strip();
        return Arrays.stream(values())
                .filter(kind -> said.startsWith(kind.word))
                .findFirst();
    }

    /** As SQL lists them. */
    String rights() {
        return rights;
    }

    /** What an earlier version may have granted and is taken back. */
    List<String> excess() {
        return Arrays.stream(GRANTED).filter(right -> !rights.contains(right)).toList();
    }

    boolean official() {
        return this == OFFICIAL || this == OFFICIAL_INSERT_ONLY;
    }
}
