package org.jianzheng.position.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jianzheng.kernel.GeoPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A plain drawing to scale, north above: no map of anybody's is asked for. In units of a picture {@value #WIDTH} wide. */
public final class SiteDrawing {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 480;

    private static final double MARGIN = 1.25;
    private static final double LEAST_METRES = 100;
    /** A position far away must not shrink the ground to a dot: it is drawn at the edge. */
    private static final double MOST_TIMES = 4;

    private final SiteOutline outline;
    private final Coordinate middle;
    private final double metresAUnit;

    public SiteDrawing(SiteOutline outline, List<GeoPoint> places) {
        this.outline = outline;
        Envelope ground = outline.geometry().getEnvelopeInternal();
        Envelope seen = new Envelope(ground);
        double most = MOST_TIMES * Math.max(ground.getWidth(), ground.getHeight());
        places.stream()
                .map(outline.ground()::on)
                .filter(place -> ground.distance(new Envelope(place)) < most)
                .forEach(seen::expandToInclude);
        this.middle = seen.centre();
        this.metresAUnit = MARGIN
                * Math.max(
                        Math.max(LEAST_METRES, seen.getWidth()) / WIDTH,
                        Math.max(LEAST_METRES, seen.getHeight()) / HEIGHT);
    }

    /** The ground, as the {@code points} of an SVG polygon. */
    public String polygon() {
        return outline.corners().stream()
                .map(corner -> text(x(corner)) + "," + text(y(corner)))
                .collect(Collectors.joining(" "));
    }

    /** A position. */
    public record Dot(String x, String y, boolean inside) {}

    public Dot dot(GeoPoint place, double errorMetres) {
        Coordinate on = outline.ground().on(place);
        return new Dot(
                text(Math.max(4, Math.min(WIDTH - 4, x(on)))),
                text(Math.max(4, Math.min(HEIGHT - 4, y(on)))),
                outline.outside(place) <= errorMetres);
    }

    /** A round number of metres that makes a bar of about a quarter of the width. */
    public int barMetres() {
        double quarter = WIDTH / 4.0 * metresAUnit;
        double power = Math.pow(10, Math.floor(Math.log10(quarter)));
        return (int) DoubleStream.of(5, 2, 1)
                .map(times -> times * power)
                .filter(metres -> metres <= quarter)
                .findFirst()
                .orElse(power);
    }

    public String barUnits() {
        return text(barMetres() / metresAUnit);
    }

    /** What a page needs to know which place was clicked: degrees of the middle and degrees a unit. */
    public Scale scale() {
        GeoPoint zero = outline.points().get(0);
        double north = 1 / Ground.METRES_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(zero.latitude().doubleValue()));
        return new Scale(
                zero.latitude().doubleValue() + middle.y * north,
                zero.longitude().doubleValue() + middle.x * east,
                metresAUnit * north,
                metresAUnit * east);
    }

    /** @param latitude of the middle of the picture */
    public record Scale(double latitude, double longitude, double latitudeAUnit, double longitudeAUnit) {}

    private double x(Coordinate on) {
        return WIDTH / 2.0 + (on.x - middle.x) / metresAUnit;
    }

    private double y(Coordinate on) {
        return HEIGHT / 2.0 - (on.y - middle.y) / metresAUnit;
    }

    private static String text(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
