package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The specimens of a laboratory's groups are more alike than the material is, group after group. Never one group alone:
 * 65.9, 65.8, 65.8 MPa were really measured.
 */
final class ScatterTooSmall implements SmartCheck {

    static final String NAME = "scatter-too-small";

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        List<BigDecimal> spreads = run.around().groupSpreads();
        if (spreads.size() < setting.whole("groups")) {
            return Optional.empty();
        }
        BigDecimal percent = setting.limit("percent");
        BigDecimal small = BigDecimal.valueOf(
                spreads.stream().filter(spread -> spread.compareTo(percent) < 0).count());
        BigDecimal share =
                small.multiply(HUNDRED).divide(BigDecimal.valueOf(spreads.size()), 1, RoundingMode.HALF_EVEN);
        return share.compareTo(setting.limit("share")) <= 0
                ? Optional.empty()
                : Optional.of(setting.finding(
                        "groups", spreads.size(), "small", small, "belowPercent", percent, "sharePercent", share));
    }
}
