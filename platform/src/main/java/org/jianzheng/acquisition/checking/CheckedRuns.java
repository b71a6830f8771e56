package org.jianzheng.acquisition.checking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.check.CheckedRun;
import org.jianzheng.acquisition.check.LoadingBand;
import org.jianzheng.acquisition.check.LoadingBands;
import org.jianzheng.acquisition.check.RoughnessHistory;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.likeness.Likeness;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunSpan;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.registry.MeasuringSpan;
import org.jianzheng.registry.Registry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gathers what the rules look at: the order, the machine, other runs. */
@Component
class CheckedRuns {

    private static final Duration LONGEST_RUN = Duration.ofHours(12);
    private static final int HISTORY = 50;

    private final RunStore runs;
    private final TraitStore traits;
    private final GroupSpreads spreads;
    private final Registry registry;
    private final boolean inRealTime;
    private final Clock clock;

    /** @param inRealTime false where simulated machines send faster than they measure: then no run is too long for its time */
    CheckedRuns(
            RunStore runs,
            TraitStore traits,
            GroupSpreads spreads,
            Registry registry,
            @Value("${jianzheng.machines.in-real-time:true}") boolean inRealTime,
            Clock clock) {
        this.runs = runs;
        this.traits = traits;
        this.spreads = spreads;
        this.registry = registry;
        this.inRealTime = inRealTime;
        this.clock = clock;
    }

    CheckedRun sealed(Run run, Curve curve, Optional<Likeness> likeness) {
        RunView view = run.view();
        String method = view.piece().method();
        String equipment = view.source().equipment();
        Optional<MeasuringSpan> machine =
                Optional.ofNullable(registry.machine(equipment).span());
        return new CheckedRun(
                span(view),
                method,
                curve,
                expected(run),
                new CheckedRun.Machine(
                        machine.flatMap(MeasuringSpan::kilonewtons).orElse(null),
                        machine.flatMap(MeasuringSpan::resolutionKn).orElse(null),
                        RoughnessHistory.of(traits.roughnesses(equipment, method, HISTORY))),
                view.sealed().reportedPeakKn(),
                new CheckedRun.Surroundings(
                        onMachine(view),
                        byOperator(view),
                        spreads.of(view.parties().labCode(), method),
                        likeness));
    }

    /**
     * One of which more is to come.
     *
     * @param curve what came of it without a hole
     */
    CheckedRun arriving(Run run, Curve curve, CheckedRun.Surroundings around) {
        RunView view = run.view();
        CheckedRun.Span span = new CheckedRun.Span(
                view.id(),
                opened(view),
                view.times().tested().from(),
                run.isPermitted() ? view.times().tested().from() : clock.instant());
        return new CheckedRun(
                span,
                view.piece().method(),
                curve,
                expected(run),
                new CheckedRun.Machine(null, null, null),
                null,
                around);
    }

    /** Other runs, which do not change while one comes in. */
    CheckedRun.Surroundings around(RunView run) {
        return new CheckedRun.Surroundings(onMachine(run), byOperator(run), List.of(), Optional.empty());
    }

    private static CheckedRun.Expected expected(Run run) {
        AdmittedPiece.Expected expected = run.expected();
        LoadingBand band = LoadingBands.of(run.method(), expected.nominalMpa()).orElse(null);
        return new CheckedRun.Expected(expected.areaMm2(), expected.nominalMpa(), band, expected.bandUntilKn(), null);
    }

    private List<CheckedRun.Span> onMachine(RunView run) {
        return spans(runs.onMachine(run.source().equipment(), after(run), run.id()));
    }

    private List<CheckedRun.Span> byOperator(RunView run) {
        return spans(runs.byOperator(run.source().operator(), after(run), run.id()));
    }

    private static Instant after(RunView run) {
        Instant tested = run.times().tested() == null
                ? run.times().opened()
                : run.times().tested().from();
        return (tested.isBefore(run.times().opened()) ? tested : run.times().opened()).minus(LONGEST_RUN);
    }

    private static List<CheckedRun.Span> spans(List<RunSpan> others) {
        return others.stream()
                .map(other -> new CheckedRun.Span(other.runId(), other.from(), other.to()))
                .toList();
    }

    private CheckedRun.Span span(RunView run) {
        return new CheckedRun.Span(
                run.id(),
                opened(run),
                run.times().tested().from(),
                run.times().tested().to());
    }

    /** Under a permit nobody opened it at the platform. */
    private Instant opened(RunView run) {
        return inRealTime && run.source().permit() == null ? run.times().opened() : null;
    }
}
