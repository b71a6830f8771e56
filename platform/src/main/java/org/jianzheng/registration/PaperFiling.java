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
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registration.entry.PaperUse;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Papers of approved applications, where they stand from then on: with the person, the machine, the laboratory. */
@Service
public class PaperFiling {

    private final RegistrationPaperStore papers;
    private final OfficialRows official;
    private final Identity identity;

    PaperFiling(RegistrationPaperStore papers, OfficialRows official, Identity identity) {
        this.papers = papers;
        this.official = official;
        this.identity = identity;
    }

    /** Papers of that subject that the acting person may know of, newest first. */
    @Transactional(readOnly = true)
    public List<RegistrationPaper> of(String subject) {
        boolean all = identity.scope().kind() == Scope.Kind.ALL;
        return papers.filed(subject, all ? "%" : identity.acting().employer().orElse(""));
    }

    private record Filed(RegistrationPaper paper, Map<String, String> entry) {}

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
                .filter(one -> one.paper().use() == PaperUse.PORTRAIT)
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
        List<RegistrationPaper> brought = papers.of(application.id());
        List<Filed> filed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RegistrationPaper paper : brought) {
            asked.stream()
                    .filter(entry ->
                            asked.size() == 1 || application.kind().line(entry).equals(paper.about()))
                    .filter(entry -> paper.use() == PaperUse.OTHER || seen.add(paper.use() + ":" + paper.about()))
                    .findFirst()
                    .ifPresent(entry -> filed.add(new Filed(paper, entry)));
        }
        return filed;
    }
}
