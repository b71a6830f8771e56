package org.jianzheng.position.site;

import java.util.List;
import org.jianzheng.kernel.GeoPoint;
import org.locationtech.jts.geom.Coordinate;

/**
 * A flat map of a few kilometres around a place: metres to the east and north of it. Binary floats are enough here: a phone is right
 * by metres at best, and no verdict rests on it.
 */
public record Ground(GeoPoint middle) {

    static final double METRES_A_DEGREE = 6_371_008.8 * Math.PI / 180;

    /** Metres to the east (x) and to the north (y) of the middle. */
    public Coordinate on(GeoPoint point) {
        double south = middle.latitude().doubleValue();
        double degreesEast = point.longitude().subtract(middle.longitude()).doubleValue();
        double degreesNorth = point.latitude().subtract(middle.latitude()).doubleValue();
        return new Coordinate(
                degreesEast * METRES_A_DEGREE * Math.cos(Math.toRadians(south)), degreesNorth * METRES_A_DEGREE);
    }

    List<Coordinate> all(List<GeoPoint> points) {
        return points.stream().map(this::on).toList();
    }

    /** Between two places anywhere, by the great circle. */
    public static double metres(GeoPoint one, GeoPoint other) {
        double from = Math.toRadians(one.latitude().doubleValue());
        double to = Math.toRadians(other.latitude().doubleValue());
        double halfNorth = Math.sin((to - from) / 2);
        double halfEast = Math.sin(
                Math.toRadians(other.longitude().subtract(one.longitude()).doubleValue()) / 2);
        double chord = halfNorth * halfNorth + Math.cos(from) * Math.cos(to) * halfEast * halfEast;
        return 2 * Math.asin(Math.min(1, Math.sqrt(chord))) * METRES_A_DEGREE * 180 / Math.PI;
    }
}
