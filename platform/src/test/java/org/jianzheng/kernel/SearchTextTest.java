package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void whatIsTypedIsTextAndNotAPattern() {
        assertThat(SearchText.pattern(" 100%_\\ ")).isEqualTo("%100\\%\\_\\\\%");
    }

    @Test
    void nothingTypedIsEverything() {
        assertThat(SearchText.pattern(null)).isEqualTo("%%");
        assertThat(SearchText.pattern(" ")).isEqualTo("%%");
    }
}
