package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.LoadingRate;
import org.jianzheng.acquisition.analysis.YieldReader;

/**
 * Too few points for what is read off the curve. Machines at 5 Hz are real and good enough for a cube; a bar that is pulled
 * fast needs more. Without a rate of the method's own: f ≥ 100·Ṙ/(R·q), ISO 6892-1, so that the force rises by no more than
 * q percent from point to point.
 */
final class TooFewPoints implements SmartCheck {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return "too-few-points";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        Optional<CurvePoint> peak = run.peak();
        if (peak.isEmpty()) {
            return Optional.empty();
        }
        int points = peak.get().index() + 1;
        BigDecimal hertz = YieldReader.sampleHertz(run.curve().part(0, points));
        BigDecimal needed = run.expected().leastHz() != null
                ? run.expected().leastHz()
                : run.rate().map(rate -> needed(run, rate, setting)).orElse(BigDecimal.ZERO);
        return points >= setting.whole("points") && hertz.compareTo(needed) >= 0
                ? Optional.empty()
                : Optional.of(setting.finding("points", points, "hz", hertz, "neededHz", needed));
    }

    private static BigDecimal needed(CheckedRun run, LoadingRate rate, CheckSetting setting) {
        BigDecimal step = run.loadedUntil().orElseThrow().multiply(setting.limit("percent"));
        return HUNDRED.multiply(rate.kilonewtonsPerSecond()).divide(step, 1, RoundingMode.HALF_UP);
    }
}
