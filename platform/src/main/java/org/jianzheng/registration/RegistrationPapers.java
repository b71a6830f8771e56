package org.jianzheng.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.records.evidence.PaperName;
import org.jianzheng.records.evidence.PaperTable;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.entry.PaperUse;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files an applicant hands in on the page of an application that is not decided: added, never taken back; of one use the
 * newest counts. Nobody outside the house, the applicant's house and the station ever sees them.
 */
@Service
@Transactional
public class RegistrationPapers {

    private static final int MOST = 40;
    static final PaperTable TABLE = new PaperTable(
            "qualification_application_paper",
            "id, application_id, name, media_type, sha256, size, by_user, by_name, added_at",
            "SELECT p.*, application_id AS of_id, entry_key AS about FROM qualification_application_paper p"
                    + " WHERE application_id = ? ORDER BY added_at DESC, id");

    private final Papers papers;
    private final ApplicationStore applications;
    private final ApplicationEntries entries;
    private final NeededPapers needed;
    private final EntryWords entryWords;
    private final Applicants applicants;
    private final Ledger ledger;
    private final Identity identity;

    RegistrationPapers(
            Papers papers,
            ApplicationStore applications,
            ApplicationEntries entries,
            NeededPapers needed,
            EntryWords entryWords,
            Applicants applicants,
            Ledger ledger,
            Identity identity) {
        this.papers = papers;
        this.applications = applications;
        this.entries = entries;
        this.needed = needed;
        this.entryWords = entryWords;
        this.applicants = applicants;
        this.ledger = ledger;
        this.identity = identity;
    }

    /** Whether the acting person hands in files for this application. */
    @Transactional(readOnly = true)
    public boolean mayAdd(String id) {
        return mayAdd(applications.get(id));
    }

    private boolean mayAdd(Application application) {
        boolean own = identity.acting()
                .employer()
                .filter(application.applicantPath()::equals)
                .isPresent();
        return own && application.open() && applicants.kinds().contains(application.kind());
    }

    /** What the files of that application may show. */
    @Transactional(readOnly = true)
    public List<PaperUse> uses(String id) {
        return PaperUse.of(applications.get(id).kind());
    }

    /** @param name of one line: any; of many lines: that of the line's key, so that it finds its line */
    public void add(String id, PaperUse use, String name, byte[] content) {
        Application application = applications.get(id);
        if (!mayAdd(application)) {
            throw new RuleBroken("registration.paper.notYours");
        }
        check(application, use, content);
        String shown = PaperName.plain(name);
        String about = line(application, shown);
        String subject = application.ledgerSubject();
        String sha256 =
                papers.add(TABLE, subject, id, shown, content, Map.of("purpose", use.name(), "entry_key", about));
        ledger.append(new Ledger.Fact(
                null,
                "registration.paper",
                subject,
                id,
                shown,
                Map.of("use", use.name(), "about", about, "sha256", sha256)));
    }

    private void check(Application application, PaperUse use, byte[] content) {
        if (!PaperUse.of(application.kind()).contains(use)) {
            throw RuleBroken.at("use", "registration.paper.use");
        }
        int most = Math.max(MOST, 2 * entries.count(application));
        int there = papers.of(TABLE, application.id()).size();
        PaperType type = Papers.check(content, there, most, "registration.paper");
        if (use == PaperUse.PORTRAIT) {
            Portrait.check(type, content);
        }
    }

    private String line(Application application, String name) {
        if (entries.count(application) == 1) {
            return "";
        }
        String key = name.replaceFirst("\\.[A-Za-z]+$", "").toLowerCase(Locale.ROOT);
        return entries.of(application).stream()
                .map(application.kind()::line)
                .filter(line -> line.toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("file", "registration.paper.line", name));
    }

    /** Newest first. The caller has checked who may know. */
    @Transactional(readOnly = true)
    public List<Paper> list(String id) {
        return papers.of(TABLE, applications.get(id).id());
    }

    @Transactional(readOnly = true)
    public Paper find(String id, String paperId) {
        return list(id).stream()
                .filter(paper -> paper.id().equals(paperId))
                .findFirst()
                .orElseThrow(() -> new NotFound("registration.paper.unknown"));
    }

    /** What an open application cannot be approved without, and for how many of its lines. */
    @Transactional(readOnly = true)
    public Map<PaperUse, Integer> missing(String id) {
        Application application = applications.get(id);
        return application.open() ? needed.missing(application, entries.of(application)) : Map.of();
    }

    /** The same as people read it; empty when nothing is missing. */
    @Transactional(readOnly = true)
    public String missingInWords(String id) {
        return entryWords.papers(missing(id));
    }
}
