package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 7, 10, 11})
    void everyPageIsTheSameFromWhicheverEndItIsRead(int total) {
        List<Integer> all = IntStream.range(0, total).boxed().toList();
        for (int size : new int[] {1, 3, 20}) {
            for (int page = 0; page < 13; page++) {
                int first = Math.min(total, page * size);
                assertThat(Paged.read(
                                page, size, () -> total, (backwards, from, shown) -> part(all, backwards, from, shown)))
                        .isEqualTo(new Paged<>(all.subList(first, Math.min(total, first + size)), total));
            }
        }
    }

    @Test
    void aFirstPageThatIsNotFullNeedsNoCount() {
        Paged<Integer> few = Paged.read(
                0,
                3,
                () -> {
                    throw new AssertionError("counted");
                },
                (backwards, from, shown) -> part(List.of(7, 8), backwards, from, shown));
        assertThat(few).isEqualTo(new Paged<>(List.of(7, 8), 2));
    }

    private static List<Integer> part(List<Integer> all, boolean backwards, long from, int size) {
        List<Integer> order = new ArrayList<>(all);
        if (backwards) {
            Collections.reverse(order);
        }
        int first = (int) Math.min(order.size(), from);
        return order.subList(first, Math.min(order.size(), first + size));
    }
}
