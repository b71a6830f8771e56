package org.jianzheng.kernel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Root;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.data.jpa.domain.Specification;

/**
 * A list of entities of which there may be very many. Which are on a page is told by an index that holds the condition's
 * columns; only those rows are read.
 *
 * @param at attribute by which they are in order, the newest first
 * @param id their identifier, which decides between equals
 */
public record NewestFirst<T>(EntityManager entities, Class<T> type, String at, String id) {

    public Paged<T> page(Specification<T> where, int page, int size) {
        return Paged.read(
                        page, size, () -> count(where), (backwards, from, shown) -> ids(where, backwards, from, shown))
                .all(this::rows);
    }

    private long count(Specification<T> where) {
        return query(
                        Long.class,
                        where,
                        0,
                        1,
                        (query, root) -> query.select(builder().count(root)))
                .get(0);
    }

    private List<Object> ids(Specification<T> where, boolean backwards, long from, int size) {
        return query(Object.class, where, from, size, (query, root) -> query.select(root.get(id))
                .orderBy(order(root, at, backwards), order(root, id, backwards)));
    }

    private Order order(Root<T> root, String attribute, boolean backwards) {
        return backwards ? builder().asc(root.get(attribute)) : builder().desc(root.get(attribute));
    }

    private List<T> rows(List<Object> ids) {
        var unit = entities.getEntityManagerFactory().getPersistenceUnitUtil();
        Map<Object, T> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Specification<T> shown = (root, query, builder) -> root.get(id).in(ids);
            query(type, shown, 0, ids.size(), (query, root) -> query.select(root))
                    .forEach(row -> found.put(unit.getIdentifier(row), row));
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private <R> List<R> query(
            Class<R> result, Specification<T> where, long from, int size, BiConsumer<CriteriaQuery<R>, Root<T>> asked) {
        CriteriaQuery<R> query = builder().createQuery(result);
        Root<T> root = query.from(type);
        asked.accept(query, root);
        var condition = where.toPredicate(root, query, builder());
        if (condition != null) {
            query.where(condition);
        }
        return entities.createQuery(query)
                .setFirstResult(Math.toIntExact(from))
                .setMaxResults(size)
                .getResultList();
    }

    private CriteriaBuilder builder() {
        return entities.getCriteriaBuilder();
    }
}
