package org.jianzheng.kernel;

import java.util.List;
import java.util.function.Function;

/** One page of a list, in the shape every list of the API has: {@code {"items":[…],"total":n}}. */
public record Paged<T>(List<T> items, long total) {

    public Paged {
        items = List.copyOf(items);
    }

    public <R> Paged<R> map(Function<? super T, ? extends R> change) {
        return new Paged<>(items.stream().<R>map(change).toList(), total);
    }
}
