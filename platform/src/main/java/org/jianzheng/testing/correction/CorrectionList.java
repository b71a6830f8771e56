package org.jianzheng.testing.correction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Corrections of a scope, newest first. */
@Component
class CorrectionList {

    private final EntityManager entities;

    CorrectionList(EntityManager entities) {
        this.entities = entities;
    }

    Paged<Correction> list(Scope scope, CorrectionFilter filter, int page, int size) {
        Specification<Correction> where = scope.within("parties");
        where = where.and(matching(filter))
                .and(SearchText.in(filter.search(), "title", "proposerName", "approverName"));
        return new NewestFirst<>(entities, Correction.class, "proposedAt", "id").page(where, page, size);
    }

    private static Specification<Correction> matching(CorrectionFilter filter) {
        return (root, query, builder) -> {
            var all = new ArrayList<Predicate>();
            if (filter.verdictOnly()) {
                all.add(builder.isTrue(root.get("changesVerdict")));
            }
            all.add(builder.greaterThanOrEqualTo(root.get("proposedAt"), filter.from()));
            all.add(builder.lessThan(root.get("proposedAt"), filter.before()));
            return builder.and(all.toArray(Predicate[]::new));
        };
    }
}
