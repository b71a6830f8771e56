package org.jianzheng.registration.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.registration.entry.EntryKind;

/** What stands in the registries, as far as rules compare with it. */
public interface RegisteredEntries {

    /** Rows with that value in that field. */
    List<Map<String, String>> with(EntryKind kind, String field, String value);

    /** The row with the same key as that entry, as it stands. */
    Optional<Map<String, String>> same(EntryKind kind, Map<String, String> entry);
}
