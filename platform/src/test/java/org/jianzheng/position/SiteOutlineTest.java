package org.jianzheng.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.position.site.Ground;
import org.jianzheng.position.site.SiteDrawing;
import org.jianzheng.position.site.SiteOutline;
import org.junit.jupiter.api.Test;

class SiteOutlineTest {

    private static final GeoPoint MIDDLE = at("34.361000", "107.144000");

    @Test
    void aPlaceInsideACircleIsNotOutsideAndOneBeyondItIsByTheMetresBetween() {
        SiteOutline circle = SiteOutline.circle(MIDDLE, 300);
        assertThat(circle.outside(MIDDLE)).isZero();
        // 0.01° of latitude are 1112 m.
        assertThat(circle.outside(at("34.371", "107.144"))).isCloseTo(812, within(1.0));
    }

    @Test
    void aPolygonIsMeasuredToItsNearestEdge() {
        SiteOutline square = SiteOutline.polygon(List.of(
                at("34.360", "107.143"), at("34.360", "107.145"), at("34.362", "107.145"), at("34.362", "107.143")));
        assertThat(square.outside(MIDDLE)).isZero();
        // 0.001° of longitude at 34.36° are 91.8 m.
        assertThat(square.outside(at("34.361", "107.146"))).isCloseTo(91.8, within(0.5));
    }

    @Test
    void cornersThatEncloseNoGroundOrHalfATownAreRefused() {
        refused("position.corners.count", () -> SiteOutline.polygon(List.of(MIDDLE, at("34.362", "107.144"))));
        refused(
                "position.corners.cross",
                () -> SiteOutline.polygon(List.of(
                        at("34.360", "107.143"),
                        at("34.362", "107.145"),
                        at("34.360", "107.145"),
                        at("34.362", "107.143"))));
        refused(
                "position.corners.cross",
                () -> SiteOutline.polygon(
                        List.of(at("34.360", "107.143"), at("34.361", "107.143"), at("34.362", "107.143"))));
        refused(
                "position.corners.large",
                () -> SiteOutline.polygon(List.of(
                        at("34.30", "107.10"), at("34.30", "107.20"), at("34.40", "107.20"), at("34.40", "107.10"))));
        refused(
                "position.corners.count",
                () -> SiteOutline.polygon(IntStream.range(0, 51)
                        .mapToObj(i -> at("34.36" + (100 + i), "107.144"))
                        .toList()));
        refused("position.radius", () -> SiteOutline.circle(MIDDLE, 19));
        refused("position.radius", () -> SiteOutline.circle(MIDDLE, 3001));
    }

    @Test
    void theFlatGroundAgreesWithTheGlobeWhereASiteIs() {
        Random random = new Random(7);
        Ground ground = new Ground(MIDDLE);
        for (int i = 0; i < 1000; i++) {
            GeoPoint place = new GeoPoint(
                    MIDDLE.latitude().add(BigDecimal.valueOf(random.nextInt(20_000) - 10_000, 6)),
                    MIDDLE.longitude().add(BigDecimal.valueOf(random.nextInt(20_000) - 10_000, 6)));
            double flat = Math.hypot(ground.on(place).x, ground.on(place).y);
            assertThat(flat).isCloseTo(Ground.metres(MIDDLE, place), within(0.5));
        }
    }

    @Test
    void aDrawingShowsFarPlacesAtItsEdgeAndKnowsWhichPlaceWasClicked() {
        SiteDrawing drawing = new SiteDrawing(SiteOutline.circle(MIDDLE, 300), List.of(MIDDLE, at("0", "0")));
        SiteDrawing.Dot middle = drawing.dot(MIDDLE, 0);
        assertThat(middle).isEqualTo(new SiteDrawing.Dot("360.0", "240.0", true));
        assertThat(drawing.dot(at("0", "0"), 0).inside()).isFalse();
        assertThat(Double.parseDouble(drawing.dot(at("0", "0"), 0).x())).isBetween(0.0, 720.0);
        assertThat(drawing.scale().latitude()).isCloseTo(34.361, within(1e-9));
        assertThat(drawing.scale().longitude()).isCloseTo(107.144, within(1e-9));
        double edge = 34.361 + 300 / (Math.PI / 180 * 6_371_008.8);
        double up = (edge - drawing.scale().latitude()) / drawing.scale().latitudeAUnit();
        assertThat(up).isBetween(150.0, 240.0);
        assertThat(drawing.barMetres()).isEqualTo(200);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                .isEqualTo(code));
    }

    static GeoPoint at(String latitude, String longitude) {
        return new GeoPoint(new BigDecimal(latitude), new BigDecimal(longitude));
    }
}
