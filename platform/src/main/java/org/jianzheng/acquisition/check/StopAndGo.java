package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.analysis.SlidingRate;
import org.jianzheng.acquisition.curve.Curve;

/** Between 20 and 80 % the load stood still or fell for seconds, and went on. */
final class StopAndGo implements SmartCheck {

    @Override
    public String name() {
        return "stop-and-go";
    }

    @Override
    public boolean whileArriving() {
        return true;
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        return run.rate()
                .filter(rate -> rate.kilonewtonsPerSecond().signum() > 0)
                .flatMap(rate -> slowest(run.curve(), rate, setting));
    }

    private static Optional<CheckFinding> slowest(Curve curve, LoadingRate overall, CheckSetting setting) {
        BigDecimal least = overall.kilonewtonsPerSecond().multiply(setting.part("percent"));
        SlidingRate sliding = new SlidingRate(setting.whole("millis"));
        CheckFinding found = null;
        for (int i = 0; i < curve.points() && curve.millis(i) <= overall.toMillis(); i++) {
            if (curve.millis(i) < overall.fromMillis()) {
                continue;
            }
            BigDecimal rate = sliding.add(curve.millis(i), curve.newtons(i)).orElse(null);
            if (rate != null && rate.compareTo(least) < 0) {
                least = rate;
                found = setting.finding(
                        "atSeconds",
                        BigDecimal.valueOf(sliding.fromMillis(), 3),
                        "slowest",
                        rate,
                        "overall",
                        overall.kilonewtonsPerSecond());
            }
        }
        return Optional.ofNullable(found);
    }
}
