package org.jianzheng.commission.caselist;

import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;

/** A search as people type it: part of any of some columns, every character meaning itself. */
final class SearchPattern {

    private static final char ESCAPE = '!';

    private SearchPattern() {}

    /** @param text empty or null for everything */
    static <T> Specification<T> text(String text, List<String> columns) {
        if (text == null || text.isBlank()) {
            return (root, query, builder) -> builder.conjunction();
        }
        String pattern = "%" + text.strip().replaceAll("[!%_]", ESCAPE + "$0") + "%";
        return (root, query, builder) -> builder.or(columns.stream()
                .map(column -> builder.like(root.get(column), pattern, ESCAPE))
                .toArray(Predicate[]::new));
    }
}
