package org.jianzheng.acquisition.check;

import java.util.Optional;

/** A machine holds one specimen at a time. */
final class OverlappingRuns implements SmartCheck {

    @Override
    public String name() {
        return "overlapping-runs";
    }

    @Override
    public boolean whileArriving() {
        return true;
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        return run.around().machine().stream()
                .filter(other -> !other.runId().equals(run.span().runId()))
                .filter(other -> other.overlaps(run.span()))
                .findFirst()
                .map(other -> setting.finding("otherRun", other.runId(), "from", other.from(), "to", other.to()));
    }
}
