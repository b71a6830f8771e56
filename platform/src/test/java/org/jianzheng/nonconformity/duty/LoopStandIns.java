package org.jianzheng.nonconformity.duty;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.nonconformity.loop.CallTiming;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.WorkingDays;

/** The program's neighbours as far as a loop asks them. */
public final class LoopStandIns {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private LoopStandIns() {}

    public static Testing testing() {
        ResultView result = mock(ResultView.class, RETURNS_DEEP_STUBS);
        when(result.finding().rows())
                .thenReturn(List.of(new ResultView.RequirementRow("下屈服强度", "≥400 MPa", "380", Verdict.FAIL)));
        when(result.concludedAt()).thenReturn(NOW);
        Testing testing = mock(Testing.class);
        when(testing.result(anyString())).thenReturn(result);
        return testing;
    }

    public static Identity identity() {
        Identity identity = mock(Identity.class);
        when(identity.acting()).thenReturn(new Person("supervisor", "杨国栋", Set.of("station/supervisor")));
        when(identity.as(any(), any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
        return identity;
    }

    // Half of the policies let the re-test come first.
    public static LoopPolicy policy() {
        Map<String, Integer> days = Arrays.stream(LoopStep.values())
                .map(LoopStep::days)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> 3));
        LoopPolicy policy = mock(LoopPolicy.class);
        int[] asked = {0};
        when(policy.of(anyString()))
                .thenAnswer(call ->
                        new LoopTerms(asked[0]++ % 2 == 0 ? CallTiming.FIRST_FAILURE : CallTiming.AFTER_RETEST, days));
        return policy;
    }

    public static WorkingDays workingDays() {
        WorkingDays days = mock(WorkingDays.class);
        when(days.endOfDayAfter(any(), anyInt()))
                .thenAnswer(call -> call.<Instant>getArgument(0).plus(Duration.ofDays(call.<Integer>getArgument(1))));
        return days;
    }
}
