package org.jianzheng.breach.evidence;

import java.util.List;
import java.util.Map;
import org.jianzheng.breach.BreachState;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.records.evidence.PaperName;
import org.jianzheng.records.evidence.PaperTable;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence of a laboratory's explanation and proof of its correction; handed in while the breach is open, never taken back. */
@Service
@Transactional
public class BreachPapers {

    private static final int MOST = 40;
    private static final PaperTable TABLE = new PaperTable(
            "qualification_breach_paper",
            "id, breach_id, name, media_type, sha256, size, by_user, by_name, added_at",
            "SELECT p.*, breach_id AS of_id, '' AS purpose, '' AS about FROM qualification_breach_paper p"
                    + " WHERE breach_id = ? ORDER BY added_at");

    private final Papers papers;
    private final Breaches breaches;
    private final Ledger ledger;
    private final Identity identity;

    BreachPapers(Papers papers, Breaches breaches, Ledger ledger, Identity identity) {
        this.papers = papers;
        this.breaches = breaches;
        this.ledger = ledger;
        this.identity = identity;
    }

    /** Whether the acting person hands in papers for this breach. */
    @Transactional(readOnly = true)
    public boolean mayAdd(String breachId) {
        BreachView breach = breaches.find(breachId);
        Person person = identity.acting();
        return breach.state() != BreachState.CLOSED
                && person.has(Role.LABADMIN)
                && person.lab().filter(breach.labCode()::equals).isPresent();
    }

    public void add(String breachId, String name, byte[] content) {
        if (!mayAdd(breachId)) {
            throw new RuleBroken("breach.paper.notYours");
        }
        Papers.check(content, list(breachId).size(), MOST, "breach.paper");
        String shown = PaperName.plain(name);
        String subject = "breach:" + breachId;
        String sha256 = papers.add(TABLE, subject, breachId, shown, content, Map.of());
        ledger.append(new Ledger.Fact(null, "breach.paper", subject, breachId, shown, Map.of("sha256", sha256)));
    }

    @Transactional(readOnly = true)
    public List<Paper> list(String breachId) {
        return papers.of(TABLE, breaches.find(breachId).id());
    }

    /** One of the breach's papers. */
    @Transactional(readOnly = true)
    public Paper find(String breachId, String paperId) {
        return list(breachId).stream()
                .filter(paper -> paper.id().equals(paperId))
                .findFirst()
                .orElseThrow(() -> new NotFound("breach.paper.unknown"));
    }
}
