package org.jianzheng.acquisition.checking;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.jianzheng.acquisition.check.CheckFinding;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Component;

/** Raises what a rule finds, unless the station has switched it off. */
@Component
class CheckWarnings {

    private final Warnings warnings;
    private final CheckSwitches switches;
    private final ChineseText texts;
    private final Clock clock;

    CheckWarnings(Warnings warnings, CheckSwitches switches, ChineseText texts, Clock clock) {
        this.warnings = warnings;
        this.switches = switches;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param at when what was found came to be: a rule is on or off as it was then */
    void raise(RunView run, CheckFinding finding, Instant at) {
        if (!switches.isOn(finding.rule(), at)) {
            return;
        }
        warnings.raise(new NewWarning(
                key(run, finding),
                finding.messageKey(),
                new NewWarning.Subject("run", run.id(), "/runs/" + run.id()),
                run.parties().labCode(),
                run.caseId(),
                finding.severity(),
                texts.text(finding.messageKey(), finding.arguments()),
                finding.evidence()));
    }

    // What is found of a laboratory's groups is said once a month, not at each further run.
    private String key(RunView run, CheckFinding finding) {
        return finding.ofLaboratory()
                ? String.join(
                        ":",
                        "lab",
                        run.parties().labCode(),
                        run.piece().method(),
                        finding.rule(),
                        YearMonth.from(CityTime.today(clock)).toString())
                : "run:" + run.id() + ":" + finding.rule();
    }
}
