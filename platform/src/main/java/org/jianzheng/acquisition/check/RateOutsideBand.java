package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.LoadingRate;

/** The straight fit lies outside what the method allows. */
final class RateOutsideBand implements SmartCheck {

    @Override
    public String name() {
        return "rate-outside-band";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        LoadingBand band = run.expected().band();
        if (band == null) {
            return Optional.empty();
        }
        return run.rate()
                .filter(rate -> rate.points() >= setting.whole("points"))
                .flatMap(rate -> outside(rate, run, setting, band));
    }

    private static Optional<CheckFinding> outside(
            LoadingRate fitted, CheckedRun run, CheckSetting setting, LoadingBand band) {
        BigDecimal rate =
                band.rate(fitted.kilonewtonsPerSecond(), run.expected().areaMm2());
        return rate == null || band.holds(rate, setting.part("percent"))
                ? Optional.empty()
                : Optional.of(setting.finding("rate", rate, "band", band.text()));
    }
}
