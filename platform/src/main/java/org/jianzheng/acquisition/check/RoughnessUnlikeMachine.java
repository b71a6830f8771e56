package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Much rougher or much smoother than the machine's own curves: noise was added to hide a copy, or the points were computed.
 */
final class RoughnessUnlikeMachine implements SmartCheck {

    @Override
    public String name() {
        return "roughness";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        RoughnessHistory history = run.machine().roughness();
        if (history == null || history.runs() < setting.whole("runs")) {
            return Optional.empty();
        }
        return run.loadedUntil()
                .flatMap(force -> RoughnessHistory.of(run.curve(), force))
                .filter(roughness -> unlike(roughness, history.medianNewtons(), setting.limit("times")))
                .map(roughness -> setting.finding("roughnessN", roughness, "usualN", history.medianNewtons()));
    }

    private static boolean unlike(BigDecimal roughness, BigDecimal usual, BigDecimal times) {
        return roughness.compareTo(usual.multiply(times)) > 0
                || roughness.multiply(times).compareTo(usual) < 0;
    }
}
