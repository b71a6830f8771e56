package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAskedTest {

    private static final List<Integer> ROWS = IntStream.range(0, 45).boxed().toList();

    @ParameterizedTest
    @CsvSource({"0,0,20", "1,20,20", "2,40,5", "3,40,5", "99999,40,5", "2147483647,40,5", "-1,0,20"})
    void aListIsShownAtThePageAskedOrTheNearest(int page, int first, int rows) {
        PageAsked.Shown<Integer> shown = new PageAsked(page, 20).show(PageAskedTest::rows);

        assertThat(shown.list().items()).hasSize(rows).first().isEqualTo(first);
        assertThat(shown.at().page()).isEqualTo(first / 20);
    }

    @Test
    void anEmptyListHasOnePage() {
        PageAsked.Shown<Integer> shown = new PageAsked(7, 20).show(at -> new Paged<>(List.of(), 0));

        assertThat(shown.at().page()).isZero();
    }

    @Test
    void sizesStayWithinBounds() {
        assertThat(new PageAsked(0, 100_000).size()).isEqualTo(200);
        assertThat(new PageAsked(0, -5).size()).isEqualTo(1);
        PageAsked farthest = new PageAsked(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat((long) farthest.page() * farthest.size()).isLessThan(Integer.MAX_VALUE);
    }

    private static Paged<Integer> rows(PageAsked at) {
        int from = Math.min(ROWS.size(), at.page() * at.size());
        return new Paged<>(ROWS.subList(from, Math.min(ROWS.size(), from + at.size())), ROWS.size());
    }
}
