package org.jianzheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/** {@code ./mvnw -Pbench test} stops at the first class that has nothing to measure. */
class BenchesTest {

    @Test
    void everyBenchHasSomethingToRun() throws Exception {
        assertThat(Benches.find("")).hasSizeGreaterThan(5).allSatisfy(bench -> {
            boolean benchmarks = Arrays.stream(bench.getDeclaredMethods())
                    .anyMatch(method -> method.isAnnotationPresent(Benchmark.class));
            assertThat(Benches.main(bench) != null || benchmarks)
                    .as(bench.getName())
                    .isTrue();
        });
    }
}
