package org.jianzheng.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.testing.Calculation.Outcome;

/** Concrete cubes under GB/T 50081. */
class ConcreteProcedure extends CubeProcedure {

    ConcreteProcedure() {
        super("CONCRETE");
    }

    @Override
    public void check(String stage, Entered entered, Subject subject) {
        entered.choice("sizeMm", Set.of("100", "150", "200"));
        entered.choice("curing", Set.of("STANDARD", "SAME_CONDITION_600"));
        entered.choice("sizeFactorStage", Set.of("GROUP", "SPECIMEN"));
        super.check(stage, entered, subject);
    }

    @Override
    public String proposed(String field, Subject subject) {
        return switch (field) {
            case "sizeMm" -> subject.detail("sizeMm", "150");
            case "curing" -> subject.detail("curing", "STANDARD");
            case "sizeFactorStage" -> "GROUP";
            default -> null;
        };
    }

    @Override
    public List<String> methodStandards() {
        return List.of("GB/T 50081-2019《混凝土物理力学性能试验方法标准》");
    }

    @Override
    Outcome evaluate(Entered entered, Subject subject, Calculation calculation) {
        return calculation.evaluate(
                "concrete-cube",
                Calculation.inputs(
                        "sizeMm", Integer.valueOf(entered.required("sizeMm", 3)),
                        "loadsKn", loads(entered),
                        "grade", subject.grade(),
                        "curing", entered.required("curing", 20),
                        "sizeFactorStage", entered.required("sizeFactorStage", 20)));
    }

    @Override
    Map<String, String> facts(Entered entered, Subject subject) {
        return Rows.row(
                "sizeMm", entered.text("sizeMm", 3),
                "curing", entered.text("curing", 20),
                "sizeFactorStage", entered.text("sizeFactorStage", 20),
                "ageDays", subject.ageDays() == null ? null : subject.ageDays().toString());
    }
}
