package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A curve of a hundred seconds that is whole ten seconds after its run was opened was there before. */
final class LongerThanOpen implements SmartCheck {

    @Override
    public String name() {
        return "longer-than-open";
    }

    @Override
    public boolean whileArriving() {
        return true;
    }

    @Override
    public Optional<CheckFinding> check(CheckedRun run, CheckSetting setting) {
        Instant opened = run.span().opened();
        if (opened == null || run.curve().points() == 0) {
            return Optional.empty();
        }
        long open = Duration.between(opened, run.span().to()).toMillis();
        long lasted = run.curve().millis(run.curve().points() - 1);
        return lasted <= open + setting.limit("millis").longValueExact()
                ? Optional.empty()
                : Optional.of(setting.finding("lastedSeconds", seconds(lasted), "openSeconds", seconds(open)));
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
