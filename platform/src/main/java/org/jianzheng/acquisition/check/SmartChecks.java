package org.jianzheng.acquisition.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.acquisition.likeness.Likeness;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * All rules, as they are set: {@code acquisition/smart-checks.csv}, or the file that {@code jianzheng.smart-checks} names.
 */
@Component
public class SmartChecks {

    private static final List<SmartCheck> ALL = List.of(
            new RateOutsideBand(),
            new BreakBeforeBand(),
            new TooFewPoints(),
            new GapInTime(),
            new StopAndGo(),
            new PreloadLeft(),
            new PeakUnlikeReported(),
            new OutsideMachineRange(),
            new BeyondMaterial(),
            new RoughnessUnlikeMachine(),
            new OverlappingRuns(),
            new PaceOfOperator(),
            new ScatterTooSmall(),
            new CopiedCurve("copied-curve", Likeness.Kind.CERTAIN),
            new CopiedCurve("masked-copy", Likeness.Kind.MASKED));

    private final CheckTable table;

    public SmartChecks(@Value("${jianzheng.smart-checks:classpath:acquisition/smart-checks.csv}") Resource settings) {
        table = CheckTable.of(settings);
        for (String rule : rules()) {
            if (!table.knows(rule)) {
                throw new IllegalStateException("smart checks: no line of " + rule);
            }
        }
    }

    /** Names of all rules, switched on or not. */
    public static List<String> rules() {
        return ALL.stream().map(SmartCheck::name).toList();
    }

    /** What the rules that are on for its method find in a sealed run, in the order of {@link #rules()}. */
    public List<CheckFinding> check(CheckedRun run) {
        return found(ALL.stream(), run);
    }

    /** What can be told of a run of which more points are to come. */
    public List<CheckFinding> checkArriving(CheckedRun run) {
        return found(ALL.stream().filter(SmartCheck::whileArriving), run);
    }

    private List<CheckFinding> found(Stream<SmartCheck> rules, CheckedRun run) {
        return rules.flatMap(rule -> found(rule, run).stream()).toList();
    }

    private Optional<CheckFinding> found(SmartCheck rule, CheckedRun run) {
        CheckSetting setting = table.of(rule.name(), run.method());
        return setting.on() ? rule.check(run, setting) : Optional.empty();
    }
}
