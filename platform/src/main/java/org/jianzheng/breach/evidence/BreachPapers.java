package org.jianzheng.breach.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.breach.BreachState;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.evidence.PaperName;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence of a laboratory's explanation and proof of its correction; handed in while the breach is open, never taken back. */
@Service
@Transactional
public class BreachPapers {

    private static final int MOST = 40;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final Breaches breaches;
    private final EvidenceFiles files;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    BreachPapers(
            JdbcClient jdbc,
            OfficialRows official,
            Breaches breaches,
            EvidenceFiles files,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.jdbc = jdbc;
        this.official = official;
        this.breaches = breaches;
        this.files = files;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
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
        PaperType type = PaperType.of(content).orElseThrow(() -> RuleBroken.at("file", "breach.paper.type"));
        if (content.length > LARGEST || list(breachId).size() >= MOST) {
            throw RuleBroken.at("file", "breach.paper.much", LARGEST / 1024 / 1024, MOST);
        }
        String sha256 = files.store(content, type.mediaType());
        Person by = identity.acting();
        String shown = PaperName.plain(name);
        String subject = "breach:" + breachId;
        official.insert(
                subject,
                "qualification_breach_paper",
                "id, breach_id, name, media_type, sha256, size, by_user, by_name, added_at",
                UUID.randomUUID().toString(),
                breachId,
                shown,
                type.mediaType(),
                sha256,
                content.length,
                by.username(),
                by.name(),
                CityTime.utc(CityTime.now(clock)));
        ledger.append(new Ledger.Fact(null, "breach.paper", subject, breachId, shown, Map.of("sha256", sha256)));
    }

    @Transactional(readOnly = true)
    public List<BreachPaper> list(String breachId) {
        return jdbc.sql("SELECT * FROM qualification_breach_paper WHERE breach_id = ? ORDER BY added_at")
                .param(breaches.find(breachId).id())
                .query(BreachPapers::row)
                .list();
    }

    /** One of the breach's papers. */
    @Transactional(readOnly = true)
    public BreachPaper find(String breachId, String paperId) {
        return list(breachId).stream()
                .filter(paper -> paper.id().equals(paperId))
                .findFirst()
                .orElseThrow(() -> new NotFound("breach.paper.unknown"));
    }

    public byte[] content(BreachPaper paper) {
        return files.read(paper.sha256());
    }

    private static BreachPaper row(ResultSet row, int n) throws SQLException {
        return new BreachPaper(
                row.getString("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("by_name"),
                CityTime.instant(row, "added_at"));
    }
}
