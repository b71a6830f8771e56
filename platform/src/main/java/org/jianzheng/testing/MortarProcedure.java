package org.jianzheng.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jianzheng.testing.Calculation.Outcome;

/** Mortar cubes under JGJ/T 70. */
class MortarProcedure extends CubeProcedure {

    /** 70.7 mm squared. */
    private static final BigDecimal AREA = BigDecimal.valueOf(5000);

    MortarProcedure() {
        super("MORTAR");
    }

    @Override
    public Map<String, String> commissioned(Subject subject) {
        return Rows.row("k", subject.detail("k", "1.35"), "curing", subject.detail("curing", "STANDARD"));
    }

    @Override
    public Map<String, BigDecimal> expected(Entered entered, Subject subject) {
        BigDecimal k = new BigDecimal(entered.required("k", 6));
        return Expected.figure(subject.grade())
                .map(grade -> grade.divide(k, MathContext.DECIMAL32))
                .map(strength -> Map.of("specimens.loadKn", Expected.kilonewtons(strength, AREA)))
                .orElse(Map.of());
    }

    @Override
    public List<String> methodStandards() {
        return List.of("JGJ/T 70-2009《建筑砂浆基本性能试验方法标准》");
    }

    @Override
    Outcome evaluate(Entered entered, Subject subject, Calculation calculation) {
        return calculation.evaluate(
                "mortar-cube",
                Calculation.inputs("loadsKn", loads(entered), "grade", subject.grade(), "k", entered.required("k", 6)));
    }

    @Override
    Map<String, String> facts(Entered entered, Subject subject) {
        return Rows.row(
                "sizeMm",
                "70.7",
                "k",
                entered.text("k", 6),
                "curing",
                entered.text("curing", 20),
                "ageDays",
                subject.ageDays() == null ? null : subject.ageDays().toString());
    }
}
