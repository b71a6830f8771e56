package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.SlidingRate;

/** The specimen broke within seconds, and before the loading rate had once been where the method wants it. */
final class BreakBeforeBand implements SmartCheck {

    @Override
    public String name() {
        return "break-before-band";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        LoadingBand band = run.expected().band();
        if (band == null || run.peak().isEmpty()) {
            return Optional.empty();
        }
        CurvePoint peak = run.peak().orElseThrow();
        BigDecimal seconds =
                BigDecimal.valueOf((long) peak.millis() - run.curve().millis(0), 3);
        return seconds.compareTo(setting.limit("seconds")) >= 0 || onceInside(run, peak.index(), band, setting)
                ? Optional.empty()
                : Optional.of(setting.finding("seconds", seconds, "peakKn", peak.kilonewtons(), "band", band.text()));
    }

    private static boolean onceInside(CheckedRun run, int peak, LoadingBand band, CheckSetting setting) {
        SlidingRate sliding = new SlidingRate();
        for (int i = 0; i <= peak; i++) {
            Optional<BigDecimal> rate = sliding.add(
                            run.curve().millis(i), run.curve().newtons(i))
                    .map(value -> band.rate(value, run.expected().areaMm2()));
            if (rate.isPresent() && band.holds(rate.orElseThrow(), setting.part("percent"))) {
                return true;
            }
        }
        return false;
    }
}
