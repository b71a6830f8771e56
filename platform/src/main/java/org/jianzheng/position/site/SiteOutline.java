package org.jianzheng.position.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.RuleBroken;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Ground of a project: a circle, or a polygon of 3 to 50 corners.
 *
 * @param points the middle of a circle alone, or the corners in their order
 * @param radiusMetres of a circle; 0 of a polygon
 */
public record SiteOutline(Shape shape, List<GeoPoint> points, int radiusMetres) {

    /** How it is drawn. */
    public enum Shape {
        CIRCLE,
        POLYGON
    }

    private static final int SMALLEST_RADIUS = 20;
    private static final int LARGEST_RADIUS = 3000;
    private static final int MOST_CORNERS = 50;
    private static final double LARGEST_AREA = 9_000_000;
    private static final int ROUND = 16;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    public SiteOutline {
        points = List.copyOf(points);
    }

    /** @throws RuleBroken where the radius is too small for a phone, or so large that it says nothing */
    public static SiteOutline circle(GeoPoint middle, int radiusMetres) {
        if (radiusMetres < SMALLEST_RADIUS || radiusMetres > LARGEST_RADIUS) {
            throw RuleBroken.at("radius", "position.radius", SMALLEST_RADIUS, LARGEST_RADIUS);
        }
        return new SiteOutline(Shape.CIRCLE, List.of(middle), radiusMetres);
    }

    /** @throws RuleBroken where the corners enclose no ground, cross, or enclose half a town */
    public static SiteOutline polygon(List<GeoPoint> corners) {
        if (corners.size() < 3 || corners.size() > MOST_CORNERS) {
            throw RuleBroken.at("corners", "position.corners.count", 3, MOST_CORNERS);
        }
        SiteOutline outline = new SiteOutline(Shape.POLYGON, corners, 0);
        Geometry ground = outline.geometry();
        if (!ground.isValid() || ground.getArea() == 0) {
            throw RuleBroken.at("corners", "position.corners.cross");
        }
        if (ground.getArea() > LARGEST_AREA) {
            throw RuleBroken.at("corners", "position.corners.large", Math.round(LARGEST_AREA / 1e6));
        }
        return outline;
    }

    public Ground ground() {
        return new Ground(points.get(0));
    }

    /** In metres on its ground. */
    Geometry geometry() {
        if (shape == Shape.CIRCLE) {
            return SHAPES.createPoint(new Coordinate()).buffer(radiusMetres, ROUND);
        }
        List<Coordinate> ring = new ArrayList<>(ground().all(points));
        ring.add(ring.get(0));
        return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** How far outside a place is, in metres; 0 inside. */
    public double outside(GeoPoint place) {
        if (shape == Shape.CIRCLE) {
            return Math.max(0, Ground.metres(points.get(0), place) - radiusMetres);
        }
        return geometry().distance(SHAPES.createPoint(ground().on(place)));
    }

    /** Corners to draw, in metres to the east and north; a circle as a polygon of many. */
    public List<Coordinate> corners() {
        List<Coordinate> corners = new ArrayList<>(List.of(geometry().getCoordinates()));
        return Collections.unmodifiableList(corners);
    }
}
