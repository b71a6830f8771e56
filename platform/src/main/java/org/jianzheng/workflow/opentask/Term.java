package org.jianzheng.workflow.opentask;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Part of a condition.
 *
 * @param sql of this program's own, with a question mark for each value
 */
record Term(String sql, List<Object> values) {

    Term {
        values = List.copyOf(values);
    }

    static Term of(String sql, Object... values) {
        return new Term(sql, List.of(values));
    }

    static Term all(List<Term> terms) {
        return joined(terms, " AND ");
    }

    static Term any(List<Term> terms) {
        return joined(terms, " OR ");
    }

    private static Term joined(List<Term> terms, String word) {
        return terms.isEmpty()
                ? of("1 = 1")
                : new Term(
                        terms.stream().map(Term::sql).collect(Collectors.joining(word, "(", ")")),
                        terms.stream().flatMap(term -> term.values().stream()).toList());
    }
}
