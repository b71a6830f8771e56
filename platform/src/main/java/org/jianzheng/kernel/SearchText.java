package org.jianzheng.kernel;

import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Arrays;
import org.springframework.data.jpa.domain.Specification;

/** A search as people type it: part of a text, every character meaning itself. */
public final class SearchText {

    /** What the databases take where a statement names no other. */
    public static final char ESCAPE = '\\';

    private SearchText() {}

    /** For {@code LIKE}: what begins so. */
    public static String beginning(String typed) {
        return pattern(typed).substring(1);
    }

    /** For {@code LIKE}; of an empty or missing text everything that is not null. */
    public static String pattern(String typed) {
        return "%" + (typed == null ? "" : typed.strip().replaceAll("[\\\\%_]", "\\\\$0")) + "%";
    }

    /**
     * Rows with the text in any of some attributes.
     *
     * @param typed empty or null for all rows
     * @param attributes that of an embedded value with a dot: {@code issue.reportNo}
     */
    public static <T> Specification<T> in(String typed, String... attributes) {
        if (typed == null || typed.isBlank()) {
            return (root, query, builder) -> builder.conjunction();
        }
        return (root, query, builder) -> builder.or(Arrays.stream(attributes)
                .map(attribute -> builder.like(path(root, attribute), pattern(typed), ESCAPE))
                .toArray(Predicate[]::new));
    }

    private static Path<String> path(Root<?> root, String attribute) {
        int dot = attribute.indexOf('.');
        return dot < 0
                ? root.get(attribute)
                : root.get(attribute.substring(0, dot)).get(attribute.substring(dot + 1));
    }
}
