package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.IntSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.curve.Curve;

/** The record begins under load, or the machine does not come back to zero after the break: the force carries a preload. */
final class PreloadLeft implements SmartCheck {

    private static final int LAST = 3;

    @Override
    public String name() {
        return "preload";
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        return run.peak().flatMap(peak -> {
            BigDecimal first = run.curve().kilonewtons(0);
            BigDecimal rest = rest(run.curve());
            boolean begins = first.compareTo(peak.kilonewtons().multiply(setting.part("first"))) > 0;
            boolean stays = rest.compareTo(peak.kilonewtons().multiply(setting.part("rest"))) > 0;
            return begins || stays
                    ? Optional.of(setting.finding("firstKn", first, "restKn", rest, "peakKn", peak.kilonewtons()))
                    : Optional.empty();
        });
    }

    /** The least of the last points after the break, where they stand still; nothing where the record stops before. */
    private static BigDecimal rest(Curve curve) {
        int from = curve.points() - LAST;
        if (from <= curve.peak()) {
            return BigDecimal.ZERO;
        }
        IntSummaryStatistics last =
                IntStream.range(from, curve.points()).map(curve::newtons).summaryStatistics();
        boolean broken = last.getMax() < curve.newtons(curve.peak()) / 2;
        boolean still = last.getMax() - last.getMin() < last.getMin() / 2;
        return broken && still ? Curve.inKilonewtons(last.getMin()) : BigDecimal.ZERO;
    }
}
