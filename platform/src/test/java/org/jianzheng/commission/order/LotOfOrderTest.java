package org.jianzheng.commission.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sample stands for says how many specimens it takes. */
class LotOfOrderTest {

    @ParameterizedTest
    @CsvSource({
        "30 t, 2, 2, 5",
        "60t, 2, 2, 5",
        "60.001 t, 3, 3, 6",
        "75 t, 3, 3, 6",
        "100 吨, 3, 3, 6",
        "101 t, 4, 4, 8",
        "220 t, 6, 6, 12"
    })
    void barsAreMoreTheMoreTheLotIs(String represents, int tensile, int bend, int specimens) {
        CommissionRequest order = request(DemoTest.REBAR, Map.of("represents", represents));

        assertThat(order.specimenCount()).isEqualTo(specimens);
        assertThat(order.order().counts(order.details(), represents))
                .containsEntry("tensile", tensile)
                .containsEntry("bend", bend);
    }

    @ParameterizedTest
    @CsvSource({
        "一批, commission.lot.unit",
        "60, commission.lot.unit",
        "0 t, commission.lot.unit",
        "-5 t, commission.lot.unit",
        "60 m³, commission.lot.unit",
        "1e9 t, commission.lot.unit",
        "220.5 t, commission.lot.most"
    })
    void whatIsNoQuantityOfOneLotIsRefused(String represents, String code) {
        assertRefused("represents", code, () -> request(DemoTest.REBAR, Map.of("represents", represents)));
    }

    @Test
    void aLargerLotIsNotOrderedOnFewerSpecimens() {
        assertRefused(
                "specimenCount",
                "commission.specimens.count",
                () -> request(DemoTest.REBAR, Map.of("represents", "75 t", "specimenCount", "5")));
    }

    @Test
    void everyItemHasItsUnit() {
        DemoTest.all().forEach(test -> request(test, Map.of()));
        assertRefused(
                "represents", "commission.lot.unit", () -> request(DemoTest.CONCRETE, Map.of("represents", "5 t")));
        assertRefused("represents", "commission.lot.most", () -> request(DemoTest.WELD, Map.of("represents", "301 个")));
    }

    /** Two bars were pulled for sixty tonnes; a word changed later does not make them stand for seventy-five. */
    @Test
    void aCorrectedQuantityIsNoMoreThanWasTested() {
        CommissionRequest order = request(DemoTest.REBAR, Map.of("represents", "50 t"));

        order.requireTestedEnough(Map.of("represents", "60 t"));
        assertRefused(
                "represents",
                "commission.lot.moreThanTested",
                () -> order.requireTestedEnough(Map.of("represents", "75 t")));
    }

    private static CommissionRequest request(DemoTest test, Map<String, Object> otherwise) {
        Map<String, Object> form = Orders.of(test);
        form.putAll(otherwise);
        return new CommissionForm(form).request(LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }

    private static void assertRefused(
            String field, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable order) {
        assertThatThrownBy(order).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.field()).hasValue(field);
        });
    }
}
