package org.jianzheng.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One page of a list, in the shape every list of the API has: {@code {"items":[…],"total":n}}. */
public record Paged<T>(List<T> items, long total) {

    public Paged {
        items = List.copyOf(items);
    }

    /** A page of what fits into memory. */
    public static <T> Paged<T> of(List<T> all, int page, int size) {
        int from = (int) Math.min((long) page * size, all.size());
        return new Paged<>(all.subList(from, Math.min(all.size(), from + size)), all.size());
    }

    /** Some of a list in its order, or of the same list from its end. */
    @FunctionalInterface
    public interface Part<T> {

        /** @param backwards from the end, the last first */
        List<T> read(boolean backwards, long from, int size);
    }

    /** A page read from the end that is nearer. What the first page does not fill needs no counting. */
    public static <T> Paged<T> read(int page, int size, LongSupplier count, Part<T> part) {
        long first = (long) page * size;
        if (first == 0) {
            List<T> items = part.read(false, 0, size);
            return new Paged<>(items, items.size() < size ? items.size() : count.getAsLong());
        }
        long total = count.getAsLong();
        int shown = (int) Math.min(size, Math.max(0, total - first));
        long after = total - first - shown;
        if (shown == 0 || first <= after) {
            return new Paged<>(shown == 0 ? List.of() : part.read(false, first, shown), total);
        }
        List<T> items = new ArrayList<>(part.read(true, after, shown));
        Collections.reverse(items);
        return new Paged<>(items, total);
    }

    /** The same page with what is known of all its items at once. */
    public <R> Paged<R> all(Function<? super List<T>, List<R>> change) {
        return new Paged<>(change.apply(items), total);
    }

    public <R> Paged<R> map(Function<? super T, ? extends R> change) {
        return new Paged<>(items.stream().<R>map(change).toList(), total);
    }
}
