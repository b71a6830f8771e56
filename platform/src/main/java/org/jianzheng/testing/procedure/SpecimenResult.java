package org.jianzheng.testing.procedure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * What one specimen gave in one kind of test. Stored as one row of texts.
 *
 * @param age of cement, {@code 3d} or {@code 28d}; else null
 * @param no 盲样试件编号
 * @param figures what was read of it and what the evaluation made of that, as it is printed
 * @param verdict null where specimens are not judged one by one
 */
public record SpecimenResult(String kind, String age, String no, Map<String, String> figures, Verdict verdict) {

    private static final String KIND = "kind";
    private static final String AGE = "age";
    private static final String NO = "no";
    private static final String VERDICT = "verdict";

    public static SpecimenResult of(String kind, String no, Map<String, String> figures) {
        return new SpecimenResult(kind, null, no, figures, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SpecimenResult read(Map<String, String> cells) {
        var figures = new LinkedHashMap<>(cells);
        String verdict = figures.remove(VERDICT);
        return new SpecimenResult(
                figures.remove(KIND),
                figures.remove(AGE),
                figures.remove(NO),
                figures,
                verdict == null ? null : Verdict.valueOf(verdict));
    }

    /** All of it, in the order it is shown and stored. */
    @JsonValue
    public Map<String, String> cells() {
        var cells = TextRows.row(KIND, kind, AGE, age, NO, no);
        cells.putAll(figures);
        if (verdict != null) {
            cells.put(VERDICT, verdict.name());
        }
        return cells;
    }
}
