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
    public boolean whileArriving() {
        return true;
    }

    /** That it bears too little cannot be told before the end. */
    @Override
    public Optional<CheckFinding> checkArriving(CheckedRun run, CheckSetting setting) {
        return check(run, setting, false);
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        return check(run, setting, true);
    }

    private static Optional<CheckFinding> check(CheckedRun run, CheckSetting setting, boolean whole) {
        BigDecimal area = run.expected().areaMm2();
        if (area == null) {
            return Optional.empty();
        }
        BigDecimal nominal = run.expected().nominalMpa();
        BigDecimal most = setting.limit("mpa");
        BigDecimal least = BigDecimal.ZERO;
        if (nominal != null) {
            most = most.min(nominal.multiply(setting.limit("times")));
            least = whole ? nominal.multiply(setting.limit("least")) : BigDecimal.ZERO;
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
