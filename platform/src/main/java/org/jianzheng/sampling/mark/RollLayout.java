package org.jianzheng.sampling.mark;

import java.util.Arrays;
import org.jianzheng.kernel.RuleBroken;

/** On what the marks of a roll are printed. */
public enum RollLayout {
    /** A4, three by eight labels of 70 mm by 37 mm. */
    SHEET,
    /** Labels of 50 mm by 30 mm, one after the other. */
    ROLL;

    public static RollLayout of(String name) {
        return Arrays.stream(values())
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("layout", "sampling.roll.layout"));
    }
}
