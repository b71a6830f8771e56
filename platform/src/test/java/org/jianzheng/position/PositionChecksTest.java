package org.jianzheng.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.position.SiteOutlineTest.at;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.position.PositionChecks.Around;
import org.jianzheng.position.PositionChecks.Finding;
import org.jianzheng.position.site.SiteOutline;
import org.jianzheng.sampling.event.CustodyRecorded.Step;
import org.junit.jupiter.api.Test;

class PositionChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final SiteOutline SITE = SiteOutline.circle(at("34.361", "107.144"), 300);

    @Test
    void anHonestPositionOnTheSiteRaisesNothing() {
        assertThat(rules(fix("34.361234", "107.144321", "8.5"), around())).isEmpty();
    }

    @Test
    void aPositionOffTheSiteIsNamedUnlessItsErrorReachesTheSite() {
        assertThat(rules(fix("34.365", "107.144", "12"), around())).containsExactly("outside");
        assertThat(rules(fix("34.365", "107.144", "150"), around())).isEmpty();
        assertThat(rules(fix("34.365", "107.144", "12"), new Around(null, List.of(), null)))
                .isEmpty();
    }

    @Test
    void zeroAndWholeDegreesAndAnotherProvinceAreNoSite() {
        assertThat(rules(fix("0", "0", "12"), around())).containsExactly("nowhere");
        assertThat(rules(fix("34.000000", "107", "12"), around())).containsExactly("nowhere");
        assertThat(rules(fix("39.9042", "116.4074", "12"), around())).containsExactly("nowhere");
    }

    @Test
    void threeSamplesWithTheSameDigitsAreNotReceivedFromSatellitesButTypedOnesSayNothing() {
        List<PositionFix> two = List.of(of("B", 30, "34.3612340", "8"), of("C", 60, "34.361234", "9"));
        assertThat(rules(fix("34.361234", "107.144321", "8.5"), earlier(two))).containsExactly("sameDigits");
        assertThat(rules(fix("34.361235", "107.144321", "8.5"), earlier(two))).isEmpty();
        assertThat(rules(fix("34.361234", "107.144321", null), earlier(two))).isEmpty();
        // Twice for one sample is one standing still.
        assertThat(rules(fix("34.361234", "107.144321", "8.5"), earlier(two.subList(0, 1))))
                .isEmpty();
    }

    @Test
    void fiveTimesTheSameAccuracyIsWorthKnowing() {
        List<PositionFix> four = IntStream.range(0, 4)
                .mapToObj(i -> of("S" + i, 30 * (i + 1), "34.36123" + i, "10"))
                .toList();
        assertThat(rules(fix("34.361299", "107.144321", "10.0"), earlier(four))).containsExactly("sameAccuracy");
        assertThat(rules(fix("34.361299", "107.144321", "11"), earlier(four))).isEmpty();
    }

    @Test
    void nobodyTravelsFasterThanACarOnTheMotorway() {
        PositionFix elsewhere = new PositionFix(
                Step.TAKING,
                "B",
                "P",
                NOW.minus(Duration.ofMinutes(10)),
                "li",
                "李",
                at("34.70", "107.144321"),
                new BigDecimal("9"),
                "p");
        assertThat(rules(fix("34.361234", "107.144321", "8"), earlier(List.of(elsewhere))))
                .containsExactly("travel");
        PositionFix hourBefore = new PositionFix(
                Step.TAKING,
                "B",
                "P",
                NOW.minus(Duration.ofHours(1)),
                "li",
                "李",
                at("34.70", "107.144321"),
                new BigDecimal("9"),
                "p");
        assertThat(rules(fix("34.361234", "107.144321", "8"), earlier(List.of(hourBefore))))
                .isEmpty();
    }

    @Test
    void whoeverWitnessesHasToHaveBeenWhereTheSampleWasTaken() {
        PositionFix taking = of("A", 20, "34.3632", "8");
        PositionFix witness = new PositionFix(
                Step.WITNESSING, "A", "P", NOW, "wang", "王", at("34.3598", "107.144321"), new BigDecimal("9"), "q");
        assertThat(rules(witness, new Around(SITE, List.of(), taking))).containsExactly("apart");
        PositionFix near = new PositionFix(
                Step.WITNESSING, "A", "P", NOW, "wang", "王", at("34.3625", "107.144321"), new BigDecimal("9"), "q");
        assertThat(rules(near, new Around(SITE, List.of(), taking))).isEmpty();
    }

    @Test
    void aPhoneThatIsToldToBeVagueIsNotFreeOfTheRules() {
        assertThat(rules(fix("34.40", "107.144321", "20000"), around())).containsExactly("outside", "coarse");
        assertThat(rules(fix("34.361234", "107.144321", "201"), around())).containsExactly("coarse");
    }

    private static List<String> rules(PositionFix fix, Around around) {
        return PositionChecks.check(fix, around).stream().map(Finding::rule).toList();
    }

    private static Around around() {
        return earlier(List.of());
    }

    private static Around earlier(List<PositionFix> earlier) {
        return new Around(SITE, earlier, null);
    }

    private static PositionFix fix(String latitude, String longitude, String accuracy) {
        return fix("A", NOW, at(latitude, longitude), accuracy);
    }

    private static PositionFix of(String sample, int minutesBefore, String latitude, String accuracy) {
        return fix(sample, NOW.minus(Duration.ofMinutes(minutesBefore)), at(latitude, "107.144321"), accuracy);
    }

    private static PositionFix fix(String sample, Instant at, GeoPoint place, String accuracy) {
        return new PositionFix(
                Step.TAKING,
                sample,
                "P",
                at,
                "li",
                "李",
                place,
                accuracy == null ? null : new BigDecimal(accuracy),
                "p");
    }
}
