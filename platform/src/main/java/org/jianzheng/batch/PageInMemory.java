package org.jianzheng.batch;

import java.util.List;
import org.jianzheng.kernel.Paged;

/** Pages of what is held in memory: the groups of one project. */
final class PageInMemory {

    private PageInMemory() {}

    static <T> Paged<T> of(List<T> all, int page, int size) {
        int from = (int) Math.min((long) page * size, all.size());
        return new Paged<>(all.subList(from, Math.min(all.size(), from + size)), all.size());
    }
}
