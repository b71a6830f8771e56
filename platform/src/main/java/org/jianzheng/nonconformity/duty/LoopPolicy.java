package org.jianzheng.nonconformity.duty;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.nonconformity.loop.CallTiming;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.workflow.Decisions;
import org.jianzheng.workflow.step.AsksDecision;
import org.springframework.stereotype.Component;

/** Asks the table {@code nonconformity-policy} that the station may change. */
@Component
@AsksDecision(
        value = LoopPolicy.TABLE,
        given = {"family"},
        answers = {
            "calls",
            "receiptDays",
            "planDays",
            "reviewDays",
            "disputeDays",
            "orderDays",
            "retestDays",
            "treatDays",
            "checkDays",
            "closeDays"
        })
public class LoopPolicy {

    static final String TABLE = "nonconformity-policy";

    private final Decisions decisions;

    LoopPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    public LoopTerms of(String item) {
        String family = Catalogue.current().item(item).policy();
        Map<String, Object> answer = decisions.decide(TABLE, Map.of("family", family)).stream()
                .findFirst()
                .orElseThrow();
        Map<String, Integer> days = Arrays.stream(LoopStep.values())
                .map(LoopStep::days)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> Integer.valueOf(String.valueOf(answer.get(name)))));
        return new LoopTerms(CallTiming.valueOf(String.valueOf(answer.get("calls"))), days);
    }
}
