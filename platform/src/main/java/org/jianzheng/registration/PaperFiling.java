package org.jianzheng.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registration.entry.PaperUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Papers of approved applications, where they stand from then on: with the person, the machine, the laboratory. */
@Service
public class PaperFiling {

    private final Papers papers;
    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final Identity identity;

    PaperFiling(Papers papers, JdbcClient jdbc, OfficialRows official, Identity identity) {
        this.papers = papers;
        this.jdbc = jdbc;
        this.official = official;
        this.identity = identity;
    }

    /** Papers of that subject that the acting person may know of, newest first. */
    @Transactional(readOnly = true)
    public List<Paper> of(String subject) {
        boolean all = identity.scope().kind() == Scope.Kind.ALL;
        return jdbc.sql("SELECT p.*, p.application_id AS of_id, f.about FROM qualification_filed_paper f"
                        + " JOIN qualification_application_paper p ON p.id = f.paper_id WHERE f.subject = ?"
                        + " AND f.house LIKE ? ORDER BY f.filed_at DESC, p.added_at DESC, p.id LIMIT 100")
                .params(subject, all ? "%" : identity.acting().employer().orElse(""))
                .query(Paper::row)
                .list();
    }

    private record Filed(Paper paper, Map<String, String> entry) {}

    /** @return hashes of what was filed */
    @Transactional(propagation = Propagation.MANDATORY)
    List<String> file(Application application, List<Map<String, String>> asked, Instant now) {
        List<Filed> filed = filed(application, asked);
        String subject = application.ledgerSubject();
        official.insertAll(
                subject,
                "qualification_filed_paper",
                "paper_id, subject, house, about, filed_at",
                filed.stream().map(one -> row(application, one, now)).toList());
        filed.stream()
                .filter(one -> one.paper().use().equals(PaperUse.PORTRAIT.name()))
                .forEach(one -> official.update(
                        subject,
                        "qualification_person",
                        Map.of("username", one.entry().get("username")),
                        Map.of("photo_sha256", one.paper().sha256())));
        return filed.stream().map(one -> one.paper().sha256()).toList();
    }

    private static Object[] row(Application application, Filed one, Instant now) {
        return new Object[] {
            one.paper().id(),
            application.kind().subject(one.entry()),
            application.kind().house(application.house(), one.entry()),
            application.kind().title(one.entry()),
            CityTime.utc(now)
        };
    }

    // Newest first, so that what somebody handed in again takes the place of what was there.
    private List<Filed> filed(Application application, List<Map<String, String>> asked) {
        List<Paper> brought = papers.of(RegistrationPapers.TABLE, application.id());
        List<Filed> filed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Paper paper : brought) {
            asked.stream()
                    .filter(entry ->
                            asked.size() == 1 || application.kind().line(entry).equals(paper.about()))
                    .filter(entry ->
                            paper.use().equals(PaperUse.OTHER.name()) || seen.add(paper.use() + ":" + paper.about()))
                    .findFirst()
                    .ifPresent(entry -> filed.add(new Filed(paper, entry)));
        }
        return filed;
    }
}
