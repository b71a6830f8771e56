package org.jianzheng.commission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.Ledger;
import org.jianzheng.records.LedgerLine;
import org.jianzheng.records.OfficialRows;
import org.springframework.stereotype.Component;

/**
 * Whether an order is what its client asked for last: the yardstick of the test lies in a row that whoever has the database
 * can change, and the ledger has what was asked.
 */
@Component
class OrderProof {

    private static final String AMENDED = "commission.amended";
    private static final Set<String> ASKED = Set.of("commission.submitted", "commission.corrected", AMENDED);

    private final Ledger ledger;
    private final OfficialRows official;

    OrderProof(Ledger ledger, OfficialRows official) {
        this.ledger = ledger;
        this.official = official;
    }

    void require(Commission commission, Map<String, ?> content) {
        Map<String, Object> asked = asked(commission);
        boolean same = !asked.isEmpty()
                && asked.entrySet().stream()
                        .allMatch(part -> text(content.get(part.getKey())).equals(text(part.getValue())))
                && text(content.get("retestOf")).equals(text(asked.get("retestOf")));
        if (!same) {
            throw new RuleBroken("commission.order.changed", commission.commissionNo());
        }
        // An amendment repeats no parties, and a report prints more of the order than was asked for.
        official.requireIntact("commission_order", Map.of("case_id", commission.caseId()));
    }

    private Map<String, Object> asked(Commission commission) {
        List<LedgerLine> entries = ledger.ofSubject(commission.ledgerSubject()).stream()
                .filter(entry -> ASKED.contains(entry.action()))
                .toList();
        if (entries.isEmpty()) {
            return Map.of();
        }
        LedgerLine last = entries.get(entries.size() - 1);
        Map<String, Object> content = ledger.provenContent(last.id()).orElse(Map.of());
        return last.action().equals(AMENDED) ? after(content) : content;
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
