package org.jianzheng.support.machine;

import java.util.Random;

/** What a machine's control strays from its ramp: coloured noise with a memory of so many seconds, smooth below that. */
final class Wander {

    private final Random random;
    private final double keep;
    private final double smooth;
    private final double sigma;
    private double inner;
    private double outer;

    Wander(Random random, double sigma, double memorySeconds, double stepSeconds) {
        this.random = random;
        this.sigma = sigma;
        keep = Math.exp(-stepSeconds / memorySeconds);
        smooth = 1 - Math.exp(-stepSeconds / (memorySeconds / 4));
        inner = random.nextGaussian() * sigma;
    }

    double next() {
        inner = inner * keep + random.nextGaussian() * sigma * Math.sqrt(1 - keep * keep);
        outer += (inner - outer) * smooth;
        return outer;
    }
}
