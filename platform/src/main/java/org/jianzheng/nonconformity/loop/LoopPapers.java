package org.jianzheng.nonconformity.loop;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.records.evidence.PaperName;
import org.jianzheng.records.evidence.PaperTable;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Photos and papers of the treatment: added by those who treat and those who check, never by a laboratory, never taken away. */
@Component
public class LoopPapers {

    private static final int MOST = 60;
    private static final int LONGEST = 200;
    private static final PaperTable TABLE = new PaperTable(
            "nonconformity_paper",
            "id, report_no, file_name, media_type, sha256, size, added_by, added_name, added_at",
            "SELECT p.*, report_no AS of_id, kind AS purpose, caption AS about, file_name AS name, added_name AS by_name"
                    + " FROM nonconformity_paper p WHERE report_no = ? ORDER BY added_at");
    private static final Set<Role> MAY_ADD =
            EnumSet.of(Role.COMMISSIONER, Role.SAMPLER, Role.WITNESS, Role.SUPERVISOR, Role.STATIONADMIN);

    /** What one is to show. */
    enum Kind {
        PHOTO,
        PAPER
    }

    private final Papers papers;
    private final Ledger ledger;
    private final Identity identity;

    LoopPapers(Papers papers, Ledger ledger, Identity identity) {
        this.papers = papers;
        this.ledger = ledger;
        this.identity = identity;
    }

    /** Oldest first. */
    public List<Paper> of(String reportNo) {
        return papers.of(TABLE, reportNo);
    }

    /** Whether the acting person may add to an open loop they see. */
    public boolean mayAdd(Loop loop) {
        return loop.state().open() && identity.acting().roles().stream().anyMatch(MAY_ADD::contains);
    }

    public void add(Loop loop, String kind, String caption, String fileName, byte[] content) {
        if (!mayAdd(loop)) {
            throw new RuleBroken(
                    loop.state().open() ? "nonconformity.paper.notYours" : "nonconformity.state.ended",
                    loop.reportNo());
        }
        Kind as = kind(kind);
        PaperType type = Papers.check(content, of(loop.reportNo()).size(), MOST, "nonconformity.paper");
        if (as == Kind.PHOTO && type == PaperType.PDF) {
            throw RuleBroken.at("file", "nonconformity.paper.photo");
        }
        String sha256 = papers.add(
                TABLE,
                loop.ledgerSubject(),
                loop.reportNo(),
                PaperName.plain(fileName),
                content,
                Map.of("kind", as.name(), "state", loop.state().name(), "caption", cut(caption)));
        ledger.append(Ledger.Fact.of(
                "loop.paper",
                loop.ledgerSubject(),
                loop.caseId(),
                Map.of("kind", as.name(), "sha256", sha256, "caption", cut(caption))));
    }

    private static Kind kind(String name) {
        try {
            return Kind.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.at("kind", "nonconformity.paper.kind", name);
        }
    }

    private static String cut(String text) {
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(line.length() - LONGEST);
    }

    public Paper find(String reportNo, String id) {
        return of(reportNo).stream()
                .filter(paper -> paper.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("nonconformity.paper.none"));
    }

    /** What the chosen treatment has to be proved by: added since it was chosen, or since it was sent back. */
    public void require(Loop loop) {
        if (loop.plan() == null) {
            return;
        }
        Treatment treatment = loop.plan().treatment();
        if (treatment.needsPhoto() && !has(loop, Kind.PHOTO)) {
            throw new RuleBroken("nonconformity.paper.noPhoto", treatment.label(), link(loop));
        }
        if (treatment.needsPaper() && !has(loop, Kind.PAPER)) {
            throw new RuleBroken("nonconformity.paper.noPaper", treatment.label(), link(loop));
        }
    }

    private boolean has(Loop loop, Kind kind) {
        return of(loop.reportNo()).stream()
                .anyMatch(
                        paper -> paper.use().equals(kind.name()) && !paper.at().isBefore(loop.provedFrom()));
    }

    private static String link(Loop loop) {
        return "/nonconformities/" + loop.reportNo();
    }
}
