package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.support.DemoTest.concrete;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.testing.procedure.RecordForm;
import org.junit.jupiter.api.Test;

/** What a machine can reach, as laboratories write its range. */
class ForceRangeTest {

    @Test
    void theFarEndOfTheStrongestMachineCounts() {
        assertThat(ForceRange.end(machines("0～2000 kN"))).hasToString("Optional[2000]");
        assertThat(ForceRange.end(machines("0～10 kN / 0～300 kN"))).hasToString("Optional[300]");
        assertThat(ForceRange.end(machines("0~299.5KN", "0-60 kN"))).hasToString("Optional[299.5]");
        assertThat(ForceRange.end(machines("0～180°"))).isEmpty();
    }

    @Test
    void aForceAtItsEndCanBeReadAndOneBeyondCannot() {
        RecordForm atTheEnd = new RecordForm(concrete("787.5", "2000", "812.6"));
        RecordForm beyond = new RecordForm(concrete("787.5", "2000.1", "812.6"));

        assertThatCode(() -> ForceRange.check(atTheEnd, machines("0～2000 kN"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ForceRange.check(beyond, machines("0～2000 kN")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("specimens[1].loadKn"));
        assertThatCode(() -> ForceRange.check(beyond, machines("见说明书"))).doesNotThrowAnyException();
    }

    private static List<Machine> machines(String... ranges) {
        return Stream.of(ranges).map(ForceRangeTest::machine).toList();
    }

    private static Machine machine(String range) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Machine(
                "M-1",
                "BJ01",
                "试验机",
                MachineKind.PRESS,
                "YES",
                "1",
                range,
                null,
                "1级",
                "力学室",
                ScopeCodes.of("concrete-cube,mortar-cube,cement,rebar,weld,splice"),
                "JZ",
                new DaySpan(day, day.plusYears(1)));
    }
}
