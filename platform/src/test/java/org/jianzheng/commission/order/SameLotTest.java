package org.jianzheng.commission.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.junit.jupiter.api.Test;

class SameLotTest {

    @Test
    void aBatchIsTheSameHoweverItIsSpelled() {
        assertThat(SameLot.is(order("A-1021", "一层柱"), order("a 1021", "二层柱"))).isTrue();
        assertThat(SameLot.is(order("Ａ－1021", "一层柱"), order("A1021", "二层柱"))).isTrue();
        assertThat(SameLot.is(order("A-1021", "一层柱"), order("A-1022", "一层柱"))).isFalse();
    }

    @Test
    void withoutABatchThePartSaysIt() {
        assertThat(SameLot.is(order("", "三层 框架柱"), order("A-1021", "三层框架柱"))).isTrue();
        assertThat(SameLot.is(order("", "三层框架柱"), order("", "四层框架柱"))).isFalse();
    }

    @Test
    void anotherGradeOrDiameterIsAnotherMaterial() {
        CommissionRequest one = order("A-1021", "一层柱");
        assertThat(SameLot.is(one, order(Map.of("batchNo", "A-1021", "diameterMm", "25"))))
                .isFalse();
        assertThat(SameLot.is(one, order(Map.of("batchNo", "A-1021", "barGrade", "HRB500E"))))
                .isFalse();
    }

    private static CommissionRequest order(String batchNo, String part) {
        return order(Map.of("batchNo", batchNo, "part", part));
    }

    private static CommissionRequest order(Map<String, Object> otherwise) {
        Map<String, Object> form = new HashMap<>(Orders.of(DemoTest.REBAR));
        form.remove("madeOn");
        form.putAll(otherwise);
        return new CommissionForm(form).request(LocalDate.of(2026, 11, 29));
    }
}
