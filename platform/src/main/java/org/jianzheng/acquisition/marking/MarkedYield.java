package org.jianzheng.acquisition.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.YieldReading;
import org.jianzheng.acquisition.drawing.CurveMark;

/**
 * Where a bar yields: as the curve says by itself, and as it was corrected.
 *
 * @param automatic null where the machine's entry names no resolution, by which a drop counts or not: then nothing is read
 * @param manual what counts instead; null where nothing was corrected
 * @param correctionId of the correction that it stands on; null as above
 */
public record MarkedYield(YieldReading automatic, YieldPick manual, String correctionId) {

    /** Nothing can be read by rule, and nobody has picked anything. */
    public boolean isUnresolved() {
        return automatic == null && manual == null;
    }

    /** As the curve says by itself. */
    public Optional<YieldReading> byRule() {
        return Optional.ofNullable(automatic);
    }

    /** Key of the words for that. */
    public String messageKey() {
        return byRule().map(YieldReading::messageKey).orElse("acquisition.yield.UNRESOLVED");
    }

    /** What counts; empty where the curve shows no yield and nobody has picked one. */
    public Optional<CurvePoint> lower() {
        return manual == null ? byRule().map(YieldReading::lower) : Optional.of(manual.lower());
    }

    /** What counts; empty where only the lower one, or none, is to be seen. */
    public Optional<CurvePoint> upper() {
        return manual == null ? byRule().map(YieldReading::upper) : Optional.ofNullable(manual.upper());
    }

    /** All that is drawn on the curve: a corrected mark stands beside the one that it corrects. */
    public List<CurveMark> marks() {
        List<CurveMark> marks = new ArrayList<>();
        byRule().ifPresent(reading -> {
            add(marks, "ReH 自动", reading.upper());
            add(marks, "ReL 自动", reading.lower());
        });
        if (manual != null) {
            marks.addAll(manual.marks("人工"));
        }
        return marks;
    }

    private static void add(List<CurveMark> marks, String label, CurvePoint point) {
        if (point != null) {
            marks.add(new CurveMark(label, point.millis(), point.kilonewtons(), false));
        }
    }
}
