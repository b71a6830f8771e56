package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.support.DemoTest;
import org.jianzheng.testing.procedure.Findings;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestFamily;
import org.jianzheng.testing.procedure.TestSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of an order's machines a figure can have been read off. */
class MachineNeedsTest {

    private static final TestSubject CUBES =
            Findings.subject(TestFamily.of("concrete-cube"), "concrete-cube", "C30", Map.of(), 3, null, Set.of());
    private static final Machine PRESS = machine("BJ01-YL-01", MachineKind.PRESS, "0～2000 kN");
    private static final Machine ANCHOR_RIG = machine("BJ01-MG-01", MachineKind.OTHER, "0～5000 kN");

    private final MachineNeeds needs = new MachineNeeds();

    @Test
    void aStrongerMachineOfAnotherKindReadsNoForceOfThisTest() {
        RecordForm beyondThePress = new RecordForm(DemoTest.concrete("787.5", "2000.1", "812.6"));
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
    @MethodSource("items")
    void whateverCanBeTestedTakesAMachineOfAKindThatThereIs(TestItem item) {
        assertThat(item.parameters()).anySatisfy(parameter -> assertThat(parameter.machines())
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(MachineKind.named(kind)).isPresent()));
    }

    static List<TestItem> items() {
        return Catalogue.current().items();
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
                ScopeCodes.of("concrete-cube,mortar-cube,cement,rebar,weld,splice"),
                "JZ",
                new DaySpan(day, day.plusYears(1)));
    }
}
