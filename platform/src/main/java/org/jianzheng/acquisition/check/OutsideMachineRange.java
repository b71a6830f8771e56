package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The greatest force lies where the machine is not to be used: below 20 or above 80 % of its range. */
final class OutsideMachineRange implements SmartCheck {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return "machine-range";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        BigDecimal range = run.machine().rangeKn();
        if (range == null || range.signum() <= 0) {
            return Optional.empty();
        }
        return run.peak().flatMap(peak -> {
            BigDecimal percent = peak.kilonewtons().multiply(HUNDRED).divide(range, 1, RoundingMode.HALF_EVEN);
            boolean inside = peak.kilonewtons().compareTo(range.multiply(setting.part("from"))) >= 0
                    && peak.kilonewtons().compareTo(range.multiply(setting.part("to"))) <= 0;
            return inside
                    ? Optional.empty()
                    : Optional.of(setting.finding("peakKn", peak.kilonewtons(), "rangeKn", range, "percent", percent));
        });
    }
}
