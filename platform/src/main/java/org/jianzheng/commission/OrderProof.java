package org.jianzheng.commission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.stereotype.Component;

/**
 * Whether an order is what its client asked for last: the yardstick of the test lies in a row that whoever has the database
 * can change, and the ledger has what was asked.
 */
@Component
class OrderProof {

    static final String ACCEPTED = "commission.accepted";
    static final String POLICIES = "policies";

    private static final String AMENDED = "commission.amended";
    private static final Set<String> ASKED = Set.of("commission.submitted", "commission.corrected", AMENDED);

    private final Ledger ledger;
    private final OfficialRows official;

    OrderProof(Ledger ledger, OfficialRows official) {
        this.ledger = ledger;
        this.official = official;
    }

    void require(Commission commission, Map<String, ?> content) {
        List<Ledger.Proven> entries = ledger.provenOf(commission.ledgerSubject());
        Map<String, Object> asked = asked(entries);
        boolean same = !asked.isEmpty()
                && asked.entrySet().stream()
                        .allMatch(part -> text(content.get(part.getKey())).equals(text(part.getValue())))
                && text(content.get("retestOf")).equals(text(asked.get("retestOf")));
        if (!same) {
            throw new RuleBroken("commission.order.changed", commission.commissionNo());
        }
        requireAccepted(commission, entries);
    }

    /** @throws RuleBroken where what it leaves open is not followed as it was fixed when the order was accepted last */
    void requireAccepted(Commission commission) {
        requireAccepted(commission, ledger.provenOf(commission.ledgerSubject()));
    }

    private void requireAccepted(Commission commission, List<Ledger.Proven> entries) {
        Object fixed = last(entries, Set.of(ACCEPTED))
                .map(entry -> entry.content().get(POLICIES))
                .orElse(null);
        if (!Objects.equals(fixed, commission.policies().orElse(null))) {
            throw new RuleBroken("commission.order.changed", commission.commissionNo());
        }
        // An amendment repeats no parties, and a report prints more of the order than was asked for.
        official.requireIntact("commission_order", Map.of("case_id", commission.caseId()));
    }

    private static Map<String, Object> asked(List<Ledger.Proven> entries) {
        return last(entries, ASKED)
                .map(entry -> entry.line().action().equals(AMENDED) ? after(entry.content()) : entry.content())
                .orElse(Map.of());
    }

    private static Optional<Ledger.Proven> last(List<Ledger.Proven> entries, Set<String> actions) {
        return entries.stream()
                .filter(entry -> actions.contains(entry.line().action()))
                .reduce((earlier, later) -> later);
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are text
    private static Map<String, Object> after(Map<String, Object> content) {
        return content.get("after") instanceof Map<?, ?> after ? (Map<String, Object>) after : Map.of();
    }

    // The ledger keeps numbers as text.
    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
