package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jianzheng.acquisition.curve.Curve;

/** While it was loaded, no point for much longer than from point to point else. */
final class GapInTime implements SmartCheck {

    @Override
    public String name() {
        return "gap";
    }

    @Override
    public boolean whileArriving() {
        return true;
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        Curve curve = run.curve();
        int[] steps = new int[Math.max(0, curve.peak())];
        int longest = 0;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = curve.millis(i + 1) - curve.millis(i);
            longest = steps[i] > steps[longest] ? i : longest;
        }
        if (steps.length < setting.whole("points")) {
            return Optional.empty();
        }
        int gap = steps[longest];
        Arrays.sort(steps);
        BigDecimal most = setting.limit("times")
                .multiply(BigDecimal.valueOf(steps[steps.length / 2]))
                .max(setting.limit("millis"));
        return BigDecimal.valueOf(gap).compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(setting.finding(
                        "seconds",
                        BigDecimal.valueOf(gap, 3),
                        "atSeconds",
                        BigDecimal.valueOf(curve.millis(longest), 3),
                        "usualSeconds",
                        BigDecimal.valueOf(steps[steps.length / 2], 3)));
    }
}
