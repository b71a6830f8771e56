package org.jianzheng.testing;

import java.util.List;
import java.util.Set;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.Tag;

/** All ten groups, and no rule may find anything, whichever it is. */
@Tag("faults")
class RealCurvesFaultsTest extends RealCurvesModuleTest {

    @Override
    List<String> groups() {
        return RealCurves.concrete().stream()
                .map(real -> real.name().replaceFirst("_W\\d$", ""))
                .distinct()
                .toList();
    }

    @Override
    Set<String> foundAmongOthers() {
        return Set.of();
    }
}
