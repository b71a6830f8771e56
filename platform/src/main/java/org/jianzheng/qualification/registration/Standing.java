package org.jianzheng.qualification.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the registries, as far as rules compare with it. */
interface Standing {

    /** Rows with that value in that field. */
    List<Map<String, String>> with(Kind kind, String field, String value);

    /** The row with the same key as that entry, as it stands. */
    Optional<Map<String, String>> same(Kind kind, Map<String, String> entry);
}
