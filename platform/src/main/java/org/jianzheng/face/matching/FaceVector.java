package org.jianzheng.face.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A face as numbers. Kept nowhere: it is reckoned from the picture each time. */
final class FaceVector {

    private static final int PLACES = 4;

    private final float[] numbers;

    FaceVector(float... numbers) {
        this.numbers = numbers.clone();
    }

    /**
     * Cosine of the angle between the two, to four places and never more alike than it is. The mean of the pair is not taken off first: that would make any
     * two faces opposite.
     *
     * @return empty where one of them has no direction
     */
    Optional<BigDecimal> likeness(FaceVector other) {
        if (numbers.length != other.numbers.length) {
            throw new IllegalArgumentException(numbers.length + " numbers and " + other.numbers.length);
        }
        // Nothing divided by nothing is no number.
        double cosine = dot(other) / (Math.sqrt(dot(this)) * Math.sqrt(other.dot(other)));
        return Double.isFinite(cosine)
                ? Optional.of(BigDecimal.valueOf(cosine).setScale(PLACES, RoundingMode.FLOOR))
                : Optional.empty();
    }

    private double dot(FaceVector other) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += (double) numbers[i] * other.numbers[i];
        }
        return sum;
    }
}
