package org.jianzheng.nonconformity;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.standards.Catalogue;
import org.jianzheng.workflow.AsksDecision;
import org.jianzheng.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the table {@code nonconformity-policy} that the station may change. */
@Component
@AsksDecision(
        value = Policy.TABLE,
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
class Policy {

    static final String TABLE = "nonconformity-policy";

    private final Decisions decisions;

    Policy(Decisions decisions) {
        this.decisions = decisions;
    }

    Terms of(String item) {
        String family = Catalogue.current().item(item).policy();
        Map<String, Object> answer = decisions.decide(TABLE, Map.of("family", family)).stream()
                .findFirst()
                .orElseThrow();
        Map<String, Integer> days = Arrays.stream(Step.values())
                .map(Step::days)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> Integer.valueOf(String.valueOf(answer.get(name)))));
        return new Terms(Calls.valueOf(String.valueOf(answer.get("calls"))), days);
    }
}
