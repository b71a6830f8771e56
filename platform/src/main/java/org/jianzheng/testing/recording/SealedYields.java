package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.YieldReader;
import org.jianzheng.acquisition.analysis.YieldReading;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.registry.MeasuringSpan;
import org.jianzheng.registry.Registry;
import org.jianzheng.testing.procedure.ExpectedReadings;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/**
 * Where the bars of a sample yield, as their sealed curves show it. A drop counts by what the machine resolves, which its entry
 * in the registry says and nobody assumes (6.2.4).
 */
@Component
class SealedYields {

    private final YieldReader yields;
    private final Registry registry;

    SealedYields(YieldReader yields, Registry registry) {
        this.yields = yields;
        this.registry = registry;
    }

    /** Empty where the machine's entry names no resolution: then nothing is read off its curves. */
    Optional<YieldReading> of(RunView run, Curve curve, TestSubject subject) {
        return resolutionKn(run.source().equipment())
                .map(resolution -> yields.read(
                        curve, resolution, ExpectedReadings.yieldFloor(subject).orElse(null)));
    }

    private Optional<BigDecimal> resolutionKn(String equipment) {
        return Optional.ofNullable(registry.machine(equipment).span()).flatMap(MeasuringSpan::resolutionKn);
    }

    /** Lower yield force; empty where the curve shows none. */
    Optional<BigDecimal> lowerKn(RunView run, Curve curve, TestSubject subject) {
        return of(run, curve, subject).map(YieldReading::lower).map(CurvePoint::kilonewtons);
    }
}
