package org.jianzheng.acquisition.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.acquisition.check.CheckedRun.Span;

/** More runs in an hour than a person sets up, or the next one sooner than a specimen is changed on the machine. */
final class PaceOfOperator implements SmartCheck {

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public String name() {
        return "operator-pace";
    }

    @Override
    public boolean whileArriving() {
        return true;
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        long runs = 1 + before(run).count();
        Optional<Duration> change = change(run);
        boolean implausible = runs > setting.whole("perHour")
                || change.filter(time -> time.compareTo(Duration.ofMillis(setting.whole("millis"))) < 0)
                        .isPresent();
        return implausible
                ? Optional.of(setting.finding(
                        "runs",
                        runs,
                        "changeMillis",
                        change.map(Duration::toMillis).map(String::valueOf).orElse("-")))
                : Optional.empty();
    }

    /** The operator's other runs that began within the hour before this one. */
    private static Stream<Span> before(CheckedRun run) {
        Instant begin = run.span().from();
        return run.around().operator().stream()
                .filter(other -> !other.runId().equals(run.span().runId()))
                .filter(other -> !other.from().isAfter(begin) && other.from().isAfter(begin.minus(HOUR)));
    }

    /** From the end of the run before it on the machine to the begin of this one. */
    private static Optional<Duration> change(CheckedRun run) {
        return run.around().machine().stream()
                .filter(other -> !other.runId().equals(run.span().runId()))
                .map(Span::to)
                .filter(end -> !end.isAfter(run.span().from()))
                .max(Instant::compareTo)
                .map(end -> Duration.between(end, run.span().from()));
    }
}
