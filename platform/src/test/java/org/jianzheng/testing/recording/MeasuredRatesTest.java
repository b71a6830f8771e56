package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.proven.MeasuredRate;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.procedure.RecordForm;
import org.junit.jupiter.api.Test;

/** The rate of machines stands in the record, and holds up nobody. */
class MeasuredRatesTest {

    private static final RecordStage CUBES =
            Catalogue.current().item("concrete-cube").stages().get(0);

    private static List<MeasuredRate> rates(String unit, String... values) {
        return List.of(values).stream()
                .map(value -> new MeasuredRate(new BigDecimal(value), unit))
                .toList();
    }

    @Test
    void theMeanIsShownToThePlacesOfItsField() {
        assertThat(MeasuredRates.shown(rates("MPa/s", "0.497", "0.504", "0.493"), CUBES))
                .contains(new BigDecimal("0.50"));
        assertThat(MeasuredRates.shown(List.of(), CUBES)).isEmpty();
        assertThat(MeasuredRates.shown(rates("kN/s", "11.2"), CUBES)).isEmpty();
    }

    /** A field that is filled with what it may not hold, and read-only, would stop the tester for good. */
    @Test
    void oneThatTheFieldMayNotHoldIsNotShownAndNobodyIsStuck() {
        List<MeasuredRate> tooFast = rates("MPa/s", "1.620");
        assertThat(MeasuredRates.shown(tooFast, CUBES)).isEmpty();
        RecordForm left = new RecordForm(Map.of());
        assertThat(MeasuredRates.applied(left, tooFast, CUBES).has(MeasuredRates.FIELD))
                .isFalse();
        assertThatThrownBy(() ->
                        MeasuredRates.applied(new RecordForm(Map.of(MeasuredRates.FIELD, "0.60")), tooFast, CUBES))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.run.otherRate"));
    }
}
