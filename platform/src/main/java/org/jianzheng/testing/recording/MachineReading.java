package org.jianzheng.testing.recording;

import java.util.Arrays;
import java.util.List;

/** A value of a record that a machine measures by itself: which method's run it is read off, and how. */
enum MachineReading {
    CUBE("concrete-cube", "compressive", "specimens", "loadKn", Figure.PEAK_KN),
    MORTAR("mortar-cube", "compressive", "specimens", "loadKn", Figure.PEAK_KN),
    PRISM("cement-flexural", "flexural", "flexural", "loadN", Figure.PEAK_N),
    HALF("cement-compressive", "compressive", "compressive", "loadKn", Figure.PEAK_KN),
    BAR("rebar-tensile", "tensile", "tensile", "maxForceKn", Figure.PEAK_KN),
    YIELD("rebar-tensile", "tensile", "tensile", "yieldForceKn", Figure.LOWER_YIELD_KN),
    WELD("weld-tensile", "tensile", "specimens", "maxForceKn", Figure.PEAK_KN),
    SPLICE("mechanical-splice", "tensile", "specimens", "maxForceKn", Figure.PEAK_KN);

    /** What of a curve is the value. */
    enum Figure {
        PEAK_KN,
        PEAK_N,
        /** None where the curve shows none: it is never guessed. */
        LOWER_YIELD_KN
    }

    private final String method;
    private final String parameter;
    private final String list;
    private final String field;
    private final Figure figure;

    MachineReading(String method, String parameter, String list, String field, Figure figure) {
        this.method = method;
        this.parameter = parameter;
        this.list = list;
        this.field = field;
        this.figure = figure;
    }

    /** Those that are read off a run of that method. */
    static List<MachineReading> of(String method) {
        return Arrays.stream(values()).filter(one -> one.method.equals(method)).toList();
    }

    String method() {
        return method;
    }

    /** Of the item, as its folder names it. */
    String parameter() {
        return parameter;
    }

    /** The rows of the record that it stands in. */
    String list() {
        return list;
    }

    String field() {
        return field;
    }

    Figure figure() {
        return figure;
    }
}
