package org.jianzheng.registry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jianzheng.records.ReadOnce;

/**
 * Registered rows that a node keeps until the revision of the registries is another. The revision is read before the rows, so
 * none of them is older than it says. What a transaction has written itself nobody else sees yet: it reads for itself and
 * keeps nothing. What is not registered is asked for again in each transaction.
 */
final class ByRevision<K, V> {

    private static final int MOST = 20_000;

    private final RegistryRevision revision;
    private final Function<Set<K>, Map<K, V>> read;
    private final ReadOnce<K, Boolean> absent = new ReadOnce<>(key -> true);
    private volatile Kept<K, V> kept = new Kept<>("", Map.of());

    ByRevision(RegistryRevision revision, Function<Set<K>, Map<K, V>> read) {
        this.revision = revision;
        this.read = read;
    }

    private record Kept<K, V>(String stamp, Map<K, V> rows) {}

    Optional<V> of(K key) {
        return Optional.ofNullable(all(Set.of(key)).get(key));
    }

    /** Those of these that are registered. */
    Map<K, V> all(Set<K> keys) {
        if (revision.isChangedHere()) {
            return read.apply(keys);
        }
        Map<K, V> rows = rows(revision.stamp());
        Map<K, V> found = new LinkedHashMap<>();
        Set<K> unknown = new HashSet<>();
        for (K key : keys) {
            V known = rows.get(key);
            if (known == null) {
                unknown.add(key);
            } else {
                found.put(key, known);
            }
        }
        Set<K> asked = absent.unknown(unknown);
        if (!asked.isEmpty()) {
            Map<K, V> fresh = read.apply(asked);
            rows.putAll(fresh);
            found.putAll(fresh);
            asked.stream().filter(key -> !fresh.containsKey(key)).forEach(key -> absent.know(key, true));
        }
        return found;
    }

    private Map<K, V> rows(String stamp) {
        Kept<K, V> now = kept;
        if (!now.stamp().equals(stamp) || now.rows().size() > MOST) {
            now = new Kept<>(stamp, new ConcurrentHashMap<>());
            kept = now;
        }
        return now.rows();
    }
}
