package org.jianzheng.credit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.Decisions;
import org.jianzheng.workflow.step.AsksDecision;
import org.springframework.stereotype.Component;

/** The station's table, {@code processes/credit-points.dmn}: what an event costs. */
@Component
@AsksDecision(
        value = "credit-points",
        given = {"event", "matter", "outcome", "house"},
        answers = {"code", "category", "title", "points", "cap", "months", "veto"})
class CreditRules {

    private final Decisions decisions;

    CreditRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @return empty where the event costs such a house nothing */
    Optional<CreditSanction> sanction(CreditOccasion occasion, Employer house) {
        var facts = Map.of(
                "event",
                occasion.event(),
                "matter",
                occasion.matter(),
                "outcome",
                occasion.outcome(),
                "house",
                house.kind());
        return decisions.decide("credit-points", facts).stream().findFirst().map(CreditRules::read);
    }

    private static CreditSanction read(Map<String, Object> row) {
        try {
            var sanction = new CreditSanction(
                    text(row, "code"),
                    CreditCategory.valueOf(text(row, "category")),
                    text(row, "title"),
                    new BigDecimal(text(row, "points")),
                    new BigDecimal(text(row, "cap")),
                    Integer.parseInt(text(row, "months")),
                    text(row, "veto"));
            boolean sound = sanction.points().signum() >= 0
                    && sanction.cap().compareTo(sanction.points()) >= 0
                    && sanction.months() > 0;
            if (sound) {
                return sanction;
            }
        } catch (IllegalArgumentException unreadable) {
            // Answered below: the station has to put its table right either way.
        }
        throw new RuleBroken("credit.table.unsound", row);
    }

    private static String text(Map<String, Object> row, String name) {
        return row.get(name) == null ? "" : row.get(name).toString();
    }
}
