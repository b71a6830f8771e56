package org.jianzheng.testing.correction;

import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.Paged;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Corrections of a scope, newest first. */
@Component
class CorrectionList {

    private static final char ESCAPE = '!';

    private final CorrectionRows rows;

    CorrectionList(CorrectionRows rows) {
        this.rows = rows;
    }

    Paged<Correction> list(Scope scope, CorrectionFilter filter, int page, int size) {
        Specification<Correction> where = scope.within("parties");
        where = where.and(matching(filter));
        var found = rows.findAll(where, PageRequest.of(page, size, Sort.by(Sort.Direction.DESC, "proposedAt", "id")));
        return new Paged<>(found.getContent(), found.getTotalElements());
    }

    private static Specification<Correction> matching(CorrectionFilter filter) {
        return (root, query, builder) -> {
            var all = new ArrayList<Predicate>();
            if (filter.verdictOnly()) {
                all.add(builder.isTrue(root.get("changesVerdict")));
            }
            all.add(builder.greaterThanOrEqualTo(root.get("proposedAt"), filter.from()));
            all.add(builder.lessThan(root.get("proposedAt"), filter.before()));
            if (filter.search() != null && !filter.search().isBlank()) {
                String pattern = "%" + filter.search().strip().replaceAll("[!%_]", ESCAPE + "$0") + "%";
                all.add(builder.or(List.of("title", "proposerName", "approverName").stream()
                        .map(name -> builder.like(root.get(name), pattern, ESCAPE))
                        .toArray(Predicate[]::new)));
            }
            return builder.and(all.toArray(Predicate[]::new));
        };
    }
}
