package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.LoadingRate;

/** A strength that no such material has, or a fraction of its grade: a slip of ten times in a force, a size or a unit. */
final class BeyondMaterial implements SmartCheck {

    @Override
    public String name() {
        return "beyond-material";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        BigDecimal area = run.expected().areaMm2();
        if (area == null) {
            return Optional.empty();
        }
        BigDecimal nominal = run.expected().nominalMpa();
        BigDecimal most = setting.limit("mpa");
        BigDecimal least = BigDecimal.ZERO;
        if (nominal != null) {
            most = most.min(nominal.multiply(setting.limit("times")));
            least = nominal.multiply(setting.limit("least"));
        }
        return judged(run, setting, least, most);
    }

    private static Optional<CheckFinding> judged(
            CheckedRun run, CheckSetting setting, BigDecimal least, BigDecimal most) {
        return run.peak()
                .map(peak -> LoadingRate.megapascals(
                        peak.kilonewtons(), run.expected().areaMm2()))
                .filter(strength -> strength.compareTo(most) > 0 || strength.compareTo(least) < 0)
                .map(strength -> setting.finding(
                        "strengthMpa",
                        strength.setScale(1, RoundingMode.HALF_EVEN),
                        "leastMpa",
                        least,
                        "mostMpa",
                        most));
    }
}
