package org.jianzheng.registry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a machine can do. */
public enum MachineKind {
    /** 压力试验机: crushes. */
    PRESS("压力试验机"),
    /** 万能试验机: pulls, crushes, bends. */
    UNIVERSAL("万能试验机"),
    /** 水泥抗折试验机, also those that crush the halves as well. */
    CEMENT("水泥抗折（抗压）试验机"),
    /** 钢筋弯曲试验机. */
    BENDER("弯曲试验机"),
    BALANCE("天平、秤"),
    OTHER("其他");

    private static final Map<String, BigDecimal> KILONEWTONS =
            Map.of("N", new BigDecimal("0.001"), "kN", BigDecimal.ONE, "MN", BigDecimal.valueOf(1000));

    private final String label;

    MachineKind(String label) {
        this.label = label;
    }

    /** The kind of that name; empty for an old entry that says none. */
    public static Optional<MachineKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Its name in records and on pages, which are Chinese. */
    public String label() {
        return label;
    }

    /** How many kN that unit is; empty for one that measures no force. */
    static Optional<BigDecimal> kilonewtons(String unit) {
        return Optional.ofNullable(unit).map(KILONEWTONS::get);
    }
}
