package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;

/** The machine says another peak than its points do. It may hold a peak between two points, but no other one. */
final class PeakUnlikeReported implements SmartCheck {

    @Override
    public String name() {
        return "peak-unlike-reported";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        BigDecimal reported = run.reportedPeakKn();
        if (reported == null) {
            return Optional.empty();
        }
        BigDecimal measured = run.peak().map(CurvePoint::kilonewtons).orElse(BigDecimal.ZERO);
        BigDecimal most = measured.multiply(setting.part("percent"));
        BigDecimal resolution = run.machine().resolutionKn();
        return measured.subtract(reported).abs().compareTo(resolution == null ? most : most.max(resolution)) <= 0
                ? Optional.empty()
                : Optional.of(setting.finding("measuredKn", measured, "reportedKn", reported));
    }
}
