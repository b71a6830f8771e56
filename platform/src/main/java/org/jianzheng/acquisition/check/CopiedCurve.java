package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jianzheng.acquisition.likeness.Likeness;

/** The curve is one that the laboratory has sent before: shifted, scaled, trimmed or resampled, or with noise upon it. */
record CopiedCurve(String name, Likeness.Kind kind) implements SmartCheck {

    private static final int SCALE = 6;

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        return run.around()
                .likeness()
                .filter(like -> like.kind() == kind)
                .map(like -> setting.finding(
                        "earlier",
                        like.curveId(),
                        "residual",
                        BigDecimal.valueOf(like.residual()).setScale(SCALE, RoundingMode.HALF_EVEN)));
    }
}
