package org.jianzheng.position;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.position.site.Ground;
import org.jianzheng.position.site.SiteOutline;
import org.jianzheng.sampling.event.CustodyRecorded.Step;
import org.jianzheng.warning.WarningSeverity;

/** What of a position cannot be true, or is unlikely: each rule by itself, silent about what it does not know. */
final class PositionChecks {

    private static final int SAME_DIGITS = 3;
    private static final int SAME_ACCURACY = 5;
    private static final double APART_METRES = 200;
    private static final double TRAVEL_METRES = 5_000;
    private static final double TRAVEL_KM_AN_HOUR = 150;
    private static final double NOWHERE_METRES = 200_000;

    private PositionChecks() {}

    /**
     * Something found.
     *
     * @param rule end of the message keys, {@code outside}
     * @param arguments of its sentence
     */
    record Finding(String rule, WarningSeverity severity, List<Object> arguments) {

        private static Finding of(String rule, WarningSeverity severity, Object... arguments) {
            return new Finding(rule, severity, List.of(arguments));
        }
    }

    /**
     * What a position is held against.
     *
     * @param site the project's ground; null where nobody knows it
     * @param earlier positions of the person, the latest first
     * @param taking where the sample was taken; null where nobody said
     */
    record Around(SiteOutline site, List<PositionFix> earlier, PositionFix taking) {}

    static List<Finding> check(PositionFix fix, Around around) {
        List<Finding> found = new ArrayList<>();
        nowhere(fix, around.site()).or(() -> outside(fix, around.site())).ifPresent(found::add);
        coarse(fix).ifPresent(found::add);
        sameDigits(fix, around.earlier()).ifPresent(found::add);
        sameAccuracy(fix, around.earlier()).ifPresent(found::add);
        travel(fix, around.earlier()).ifPresent(found::add);
        apart(fix, around.taking()).ifPresent(found::add);
        return found;
    }

    /** The zero of a phone that does not know, degrees without a fraction, another province. */
    private static Optional<Finding> nowhere(PositionFix fix, SiteOutline site) {
        GeoPoint place = fix.place();
        boolean whole = place.latitude().stripTrailingZeros().scale() <= 0
                && place.longitude().stripTrailingZeros().scale() <= 0;
        boolean far = site != null && site.outside(place) > NOWHERE_METRES;
        return whole || far
                ? Optional.of(
                        Finding.of("nowhere", WarningSeverity.ALARM, fix.name(), place.latitude(), place.longitude()))
                : Optional.empty();
    }

    private static Optional<Finding> outside(PositionFix fix, SiteOutline site) {
        double metres = site == null ? 0 : site.outside(fix.place()) - fix.error();
        return metres > 0
                ? Optional.of(Finding.of(
                        "outside", WarningSeverity.WARN, fix.name(), Math.round(metres), Math.round(fix.error())))
                : Optional.empty();
    }

    private static Optional<Finding> coarse(PositionFix fix) {
        return fix.isCoarse()
                ? Optional.of(Finding.of(
                        "coarse",
                        WarningSeverity.WARN,
                        fix.name(),
                        fix.accuracyMetres().toBigInteger(),
                        PositionFix.COARSE_METRES))
                : Optional.empty();
    }

    /** A receiver that stands still still moves by its last digits; a place that was put in does not. Typed ones say nothing. */
    private static Optional<Finding> sameDigits(PositionFix fix, List<PositionFix> earlier) {
        if (fix.accuracyMetres() == null) {
            return Optional.empty();
        }
        long samples = earlier.stream()
                .filter(fix::isExactly)
                .map(PositionFix::sample)
                .filter(sample -> !sample.equals(fix.sample()))
                .distinct()
                .count();
        return samples + 1 >= SAME_DIGITS
                ? Optional.of(Finding.of(
                        "sameDigits",
                        WarningSeverity.WARN,
                        fix.name(),
                        samples + 1,
                        fix.place().latitude(),
                        fix.place().longitude()))
                : Optional.empty();
    }

    private static Optional<Finding> sameAccuracy(PositionFix fix, List<PositionFix> earlier) {
        List<PositionFix> last = earlier.stream()
                .filter(one -> one.accuracyMetres() != null)
                .limit(SAME_ACCURACY - 1L)
                .toList();
        boolean same = fix.accuracyMetres() != null
                && last.size() == SAME_ACCURACY - 1
                && last.stream().allMatch(one -> one.accuracyMetres().compareTo(fix.accuracyMetres()) == 0);
        return same
                ? Optional.of(Finding.of(
                        "sameAccuracy",
                        WarningSeverity.INFO,
                        fix.name(),
                        SAME_ACCURACY,
                        fix.accuracyMetres().stripTrailingZeros().toPlainString()))
                : Optional.empty();
    }

    private static Optional<Finding> travel(PositionFix fix, List<PositionFix> earlier) {
        return earlier.stream().findFirst().flatMap(before -> {
            double metres = Ground.metres(before.place(), fix.place()) - before.error() - fix.error();
            double hours = Duration.between(before.at(), fix.at()).toMillis() / 3_600_000.0;
            return metres > TRAVEL_METRES && metres / 1000 > TRAVEL_KM_AN_HOUR * hours
                    ? Optional.of(Finding.of(
                            "travel",
                            WarningSeverity.ALARM,
                            fix.name(),
                            Math.round(metres / 1000),
                            before.at(),
                            fix.at()))
                    : Optional.empty();
        });
    }

    /** Whoever witnesses has to have been where the sample was taken. */
    private static Optional<Finding> apart(PositionFix fix, PositionFix taking) {
        if (fix.step() != Step.WITNESSING || taking == null) {
            return Optional.empty();
        }
        double metres = Ground.metres(taking.place(), fix.place()) - taking.error() - fix.error();
        return metres > APART_METRES
                ? Optional.of(Finding.of("apart", WarningSeverity.WARN, taking.name(), fix.name(), Math.round(metres)))
                : Optional.empty();
    }
}
