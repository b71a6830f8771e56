package org.jianzheng.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jianzheng.testing.Calculation.Outcome;

/** Concrete cubes under GB/T 50081. */
class ConcreteProcedure extends CubeProcedure {

    ConcreteProcedure() {
        super("CONCRETE");
    }

    @Override
    public Map<String, String> commissioned(Subject subject) {
        return Rows.row("sizeMm", subject.detail("sizeMm", "150"), "curing", subject.detail("curing", "STANDARD"));
    }

    @Override
    public Map<String, String> usual() {
        return Map.of("sizeFactorStage", "GROUP");
    }

    @Override
    public Map<String, BigDecimal> expected(Entered entered, Subject subject) {
        BigDecimal side = new BigDecimal(entered.required("sizeMm", 3));
        return Expected.figure(subject.grade())
                .map(grade -> Map.of("specimens.loadKn", Expected.kilonewtons(grade, side.pow(2))))
                .orElse(Map.of());
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
