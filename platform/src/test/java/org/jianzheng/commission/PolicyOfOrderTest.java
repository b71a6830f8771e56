package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.commission.order.ItemOrder;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.policy.Policies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever orders a test again does not choose the yardstick, nor does another laboratory's choice become one. */
class PolicyOfOrderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

    private final CommissionStore store = mock(CommissionStore.class);
    private final OrderProof proof = mock(OrderProof.class);
    private final Policies policies = mock(Policies.class);
    private final Commission order = mock(Commission.class);
    private final Commission first = mock(Commission.class);
    private final CommissionRequest asked = mock(CommissionRequest.class);
    private final PolicyOfOrder policyOfOrder = new PolicyOfOrder(store, proof, policies);

    @BeforeEach
    void theLaboratoryFollowsOneMegapascal() {
        when(order.request()).thenReturn(asked);
        when(order.parties()).thenReturn(new CaseParties("BJ02", "WBJT", "SJ1", "HC"));
        when(asked.order()).thenReturn(ItemOrder.of("rebar", null));
        when(policies.followed(any(), any(), any())).thenReturn(Map.of());
        when(policies.followed("BJ02", ItemOrder.of("rebar", null).item(), DAY)).thenReturn(follows("ONE_MPA"));
        when(store.findById("first")).thenReturn(Optional.of(first));
    }

    private static Map<String, String> follows(String interval) {
        return Map.of("strengthInterval", interval, "ratioFrom", "ROUNDED");
    }

    @Test
    void aFirstTestIsJudgedByWhatItsLaboratoryFollowsThatDay() {
        assertThat(policyOfOrder.of(order, DAY)).isEqualTo(follows("ONE_MPA"));
    }

    @Test
    void aTestThatIsDoneAgainIsJudgedAsTheFirstWas() {
        when(asked.retestCaseId()).thenReturn("first");
        when(first.policies()).thenReturn(Optional.of(follows("YB_T_081")));

        assertThat(policyOfOrder.of(order, DAY)).isEqualTo(follows("YB_T_081"));
    }

    @Test
    void aFirstTestOfEarlierDaysWasJudgedByWhatWasUsual() {
        when(asked.retestCaseId()).thenReturn("first");
        when(first.policies()).thenReturn(Optional.empty());

        assertThat(policyOfOrder.of(order, DAY)).isEqualTo(follows("YB_T_081"));
    }

    @Test
    void aFirstOrderWhoseRowWasChangedIsNoYardstick() {
        when(asked.retestCaseId()).thenReturn("first");
        doThrow(new RuleBroken("commission.order.changed")).when(proof).requireAccepted(first);

        assertThatThrownBy(() -> policyOfOrder.of(order, DAY)).hasMessage("commission.order.changed");
    }
}
