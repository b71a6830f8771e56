package org.jianzheng.standards;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jianzheng.standards.evaluation.Evaluation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluations a second on one thread: a small one, a big one, a curve of 1,200 points. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluationsBench {

    private final Standards standards = new Standards();

    private final Map<String, Object> cube = Map.of(
            "grade", "C30",
            "sizeMm", 100,
            "curing", "STANDARD",
            "sizeFactorStage", "SPECIMEN",
            "loadsKn", List.of("352.0", "365.5", "341.0"));

    private final Map<String, Object> batch = Map.of(
            "procedure",
            "UNKNOWN_SIGMA",
            "fcuk",
            30,
            "groupsMpa",
            IntStream.range(0, 100).mapToObj(i -> "3" + i % 10 + "." + i % 7).toList());

    private final Map<String, Object> bar = Map.of(
            "grade", "HRB400E",
            "diameterMm", 20,
            "yieldForceKn", "138.2",
            "maxForceKn", "191.5",
            "gaugeAgtAfterMm", "112.4",
            "strengthInterval", "YB_T_081",
            "ratioFrom", "ROUNDED");

    private final Map<String, Object> curve = Map.of(
            "sampleHz",
            20,
            "noiseKn",
            "0.3",
            "forcesKn",
            IntStream.range(0, 1200)
                    .mapToObj(i -> i < 500 || i > 600 ? i / 6 + "." + i % 10 : "83." + (i * 7 % 10))
                    .toList());

    @Benchmark
    public Evaluation concreteCube() {
        return standards.evaluate("concrete-cube", cube);
    }

    /** The stock way: binary floats, nothing checked, nothing told; 22.0, 25.3, 22.0 would be over 15 % in it. */
    @Benchmark
    public double concreteCubeInDoubles() {
        List<?> loads = (List<?>) cube.get("loadsKn");
        double[] singles = new double[loads.size()];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = Math.round(Double.parseDouble((String) loads.get(i)) * 1000 / 10_000 * 0.95 * 10) / 10.0;
        }
        Arrays.sort(singles);
        boolean low = singles[1] - singles[0] > 0.15 * singles[1];
        boolean high = singles[2] - singles[1] > 0.15 * singles[1];
        double mean = (singles[0] + singles[1] + singles[2]) / 3;
        return low && high ? Double.NaN : low || high ? singles[1] : Math.round(mean * 10) / 10.0;
    }

    @Benchmark
    public Evaluation concreteBatchOf100() {
        return standards.evaluate("concrete-batch", batch);
    }

    @Benchmark
    public Evaluation rebarTensile() {
        return standards.evaluate("rebar-tensile", bar);
    }

    @Benchmark
    public Evaluation yieldPointOf1200() {
        return standards.evaluate("yield-point", curve);
    }
}
