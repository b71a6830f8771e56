package org.jianzheng.face.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a face was found, in pixels.
 *
 * @param score how sure the detector is, up to 1
 */
record FaceBox(double left, double top, double right, double bottom, double score) {

    private static final double OVERLAP = 0.4;
    /** A face of less than half the largest one's width stands behind it. */
    private static final double BESIDE = 0.5;

    double width() {
        return right - left;
    }

    private double area() {
        return width() * (bottom - top);
    }

    private double overlap(FaceBox other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double common = across <= 0 || down <= 0 ? 0 : across * down;
        return common / (area() + other.area() - common);
    }

    /** A face is found many times over; of each the surest is kept. */
    static List<FaceBox> distinct(List<FaceBox> found) {
        List<FaceBox> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble(FaceBox::score).reversed())
                .filter(box -> kept.stream().noneMatch(other -> other.overlap(box) > OVERLAP))
                .forEach(kept::add);
        return kept;
    }

    /** Those in front: the largest and whoever stands beside it. */
    static List<FaceBox> inFront(List<FaceBox> faces) {
        double largest = faces.stream().mapToDouble(FaceBox::width).max().orElse(0);
        return faces.stream().filter(box -> box.width() >= BESIDE * largest).toList();
    }
}
