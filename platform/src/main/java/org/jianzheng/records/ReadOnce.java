package org.jianzheng.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jianzheng.records.transaction.HeldByTransaction;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that a transaction asks for again and again and reads once: it decides by one state of them. Nothing outlives it, and
 * whoever changes official rows by plain SQL, or locks them, reads afresh afterwards.
 *
 * @param <K> what is asked for
 * @param <V> what is answered, which nobody changes
 */
public final class ReadOnce<K, V> {

    private final Function<K, V> read;

    public ReadOnce(Function<K, V> read) {
        this.read = read;
    }

    public V of(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(key);
        }
        if (!known().containsKey(key)) {
            V answer = read.apply(key);
            known().put(key, answer);
        }
        return answer(known().get(key));
    }

    private Map<Object, Object> known() {
        return HeldByTransaction.current(Known.class, Known::new)
                .answers
                .computeIfAbsent(this, reader -> new HashMap<>());
    }

    /** What of it has not been read yet. */
    public Set<K> unknown(Set<K> keys) {
        Set<K> unknown = new HashSet<>(keys);
        HeldByTransaction.held(Known.class)
                .map(known -> known.answers.get(this))
                .ifPresent(known -> unknown.removeAll(known.keySet()));
        return unknown;
    }

    /** It was read along with something else. */
    public void know(K key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().put(key, value);
        }
    }

    /** It may be another by now: the next who asks reads it. */
    public void forget() {
        HeldByTransaction.held(Known.class).ifPresent(known -> known.answers.remove(this));
    }

    /** Everything may be another by now. */
    public static void forgetAll() {
        HeldByTransaction.held(Known.class).ifPresent(known -> known.answers.clear());
    }

    @SuppressWarnings("unchecked")
    private V answer(Object known) {
        return (V) known;
    }

    private static final class Known extends HeldByTransaction {
        private final Map<ReadOnce<?, ?>, Map<Object, Object>> answers = new HashMap<>();
    }
}
