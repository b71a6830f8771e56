package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Item;
import org.jianzheng.qualification.Machine;
import org.jianzheng.qualification.MachineKind;
import org.jianzheng.support.DemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Which of an order's machines a figure can have been read off. */
class MachineNeedsTest {

    private static final Subject CUBES =
            Findings.subject(Family.CONCRETE, "concrete-cube", "C30", Map.of(), 3, null, Set.of());
    private static final Machine PRESS = machine("BJ01-YL-01", MachineKind.PRESS, "0～2000 kN");
    private static final Machine ANCHOR_RIG = machine("BJ01-MG-01", MachineKind.OTHER, "0～5000 kN");

    private final MachineNeeds needs = new MachineNeeds();

    MachineNeedsTest() throws IOException {}

    @Test
    void aStrongerMachineOfAnotherKindReadsNoForceOfThisTest() {
        Entered beyondThePress = new Entered(DemoTest.concrete("787.5", "2000.1", "812.6"));
        List<Machine> fit = needs.forForce(CUBES, List.of(PRESS, ANCHOR_RIG));

        assertThat(fit).containsExactly(PRESS);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> ForceRange.check(beyondThePress, fit))
                .withMessage("testing.record.beyondRange");
    }

    @Test
    void withoutOneThatFitsThereIsNoTest() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> needs.forForce(CUBES, List.of(ANCHOR_RIG, machine("BJ01-YL-09", null, "0～2000 kN"))))
                .withMessage("testing.machine.kind");
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> needs.check(CUBES, List.of(ANCHOR_RIG)));
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void theListHasALineForWhateverCanBeTested(Item item) throws IOException {
        String list = new ClassPathResource("testing/machine-needs.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThatCode(() -> new MachineNeeds(list)).doesNotThrowAnyException();

        assertThatExceptionOfType(IllegalStateException.class)
                .as("the platform does not start without one")
                .isThrownBy(() -> new MachineNeeds(list.replaceAll("(?m)^" + item.code() + ",.*\n", "")))
                .withMessageContaining(item.code());
    }

    private static Machine machine(String code, MachineKind kind, String range) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Machine(
                code,
                "BJ01",
                "试验机",
                kind,
                "YES",
                "1",
                range,
                null,
                "1级",
                "力学室",
                Set.of(),
                "JZ",
                new DaySpan(day, day.plusYears(1)));
    }
}
