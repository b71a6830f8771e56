package org.jianzheng.standards.soil;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.Rational;

/** The top of a compaction curve, from the figures as printed, so that a reader can check it. */
record CompactionPeak(BigDecimal moisture, BigDecimal density) {

    private record Point(BigDecimal x, BigDecimal y) {}

    /** @return empty where the highest point is the driest or the wettest: another point is needed */
    static Optional<CompactionPeak> of(String way, List<BigDecimal> moistures, List<BigDecimal> densities) {
        List<Point> points = IntStream.range(0, moistures.size())
                .mapToObj(i -> new Point(moistures.get(i), densities.get(i)))
                .sorted(Comparator.comparing(Point::x))
                .toList();
        int top = 0;
        for (int i = 1; i < points.size(); i++) {
            top = points.get(i).y().compareTo(points.get(top).y()) > 0 ? i : top;
        }
        if (top == 0 || top == points.size() - 1) {
            return Optional.empty();
        }
        Point highest = points.get(top);
        return way.equals("HIGHEST_POINT")
                ? Optional.of(new CompactionPeak(highest.x(), highest.y()))
                : parabola(points.get(top - 1), highest, points.get(top + 1));
    }

    /** Newton's form: y = y1 + d(x - x1) + a(x - x1)(x - x2); empty where two points have the same moisture. */
    private static Optional<CompactionPeak> parabola(Point left, Point top, Point right) {
        if (left.x().compareTo(top.x()) == 0 || top.x().compareTo(right.x()) == 0) {
            return Optional.empty();
        }
        Rational rise = slope(left, top);
        Rational fall = slope(top, right);
        Rational a = difference(fall, rise).dividedBy(Rational.of(right.x().subtract(left.x())));
        // Where the slope d + a(2x - x1 - x2) is none.
        Rational twice = Rational.of(left.x().add(top.x())).plus(negative(rise.dividedBy(a)));
        Rational x = twice.times(new BigDecimal("0.5"));
        Rational run = difference(x, Rational.of(left.x()));
        Rational y = Rational.of(left.y())
                .plus(product(rise, run))
                .plus(product(product(a, run), difference(x, Rational.of(top.x()))));
        return Optional.of(new CompactionPeak(Gb8170.tenth(x), Gb8170.hundredth(y)));
    }

    private static Rational slope(Point from, Point to) {
        return Rational.quotient(to.y().subtract(from.y()), to.x().subtract(from.x()));
    }

    private static Rational product(Rational one, Rational other) {
        return new Rational(
                one.numerator().multiply(other.numerator()), one.denominator().multiply(other.denominator()));
    }

    private static Rational difference(Rational one, Rational other) {
        return one.plus(negative(other));
    }

    private static Rational negative(Rational value) {
        return value.times(BigDecimal.ONE.negate());
    }
}
