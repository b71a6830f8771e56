package org.jianzheng.acquisition.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.acquisition.likeness.Likeness;
import org.jianzheng.warning.WarningSeverity;
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
            new LongerThanOpen(),
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

    /**
     * A rule as it is set.
     *
     * @param on whether it is on for methods that have no line of their own
     * @param limits by name, as they are written, in the order of the file
     * @param otherwise methods whose line says otherwise
     */
    public record Listed(
            String rule, boolean on, WarningSeverity severity, Map<String, String> limits, List<String> otherwise) {

        public String messageKey() {
            return "acquisition.check." + rule;
        }
    }

    public List<Listed> listed() {
        return rules().stream().map(table::listed).toList();
    }

    /** What the rules that are on for its method find in a sealed run, in the order of {@link #rules()}. */
    public List<CheckFinding> check(CheckedRun run) {
        return found(ALL.stream(), run, SmartCheck::check);
    }

    /** What can be told of a run of which more points are to come. */
    public List<CheckFinding> checkArriving(CheckedRun run) {
        return found(ALL.stream().filter(SmartCheck::whileArriving), run, SmartCheck::checkArriving);
    }

    /** One way to ask a rule. */
    private interface Question {
        Optional<CheckFinding> ask(SmartCheck rule, CheckedRun run, CheckSetting setting);
    }

    private List<CheckFinding> found(Stream<SmartCheck> rules, CheckedRun run, Question question) {
        return rules.flatMap(rule -> {
                    CheckSetting setting = table.of(rule.name(), run.method());
                    return setting.on() ? question.ask(rule, run, setting).stream() : Stream.empty();
                })
                .toList();
    }
}
