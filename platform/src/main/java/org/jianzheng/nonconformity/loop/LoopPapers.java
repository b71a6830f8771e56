package org.jianzheng.nonconformity.loop;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Photos and papers of the treatment: added by those who treat and those who check, never by a laboratory, never taken away. */
@Component
public class LoopPapers {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST = 60;
    private static final int LONGEST = 200;
    private static final Set<Role> MAY_ADD =
            EnumSet.of(Role.COMMISSIONER, Role.SAMPLER, Role.WITNESS, Role.SUPERVISOR, Role.STATIONADMIN);

    private final LoopPaperStore store;
    private final EntityManager entities;
    private final EvidenceFiles files;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    LoopPapers(
            LoopPaperStore store,
            EntityManager entities,
            EvidenceFiles files,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.entities = entities;
        this.files = files;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    public List<LoopPaper> of(String reportNo) {
        return store.findByReportNoOrderByAddedAt(reportNo);
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
        LoopPaper.Kind as = kind(kind);
        PaperType type = type(content, as);
        if (of(loop.reportNo()).size() >= MOST) {
            throw new RuleBroken("nonconformity.paper.many", MOST);
        }
        Person person = identity.acting();
        String sha256 = files.store(content, type.mediaType());
        LoopPaper paper = new LoopPaper(loop, as, cut(caption), cut(fileName), type, content.length, sha256)
                .by(person, CityTime.now(clock));
        entities.persist(paper);
        ledger.append(Ledger.Fact.of(
                "loop.paper",
                loop.ledgerSubject(),
                loop.caseId(),
                Map.of("kind", as.name(), "sha256", sha256, "caption", cut(caption))));
    }

    private static LoopPaper.Kind kind(String name) {
        try {
            return LoopPaper.Kind.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.at("kind", "nonconformity.paper.kind", name);
        }
    }

    private static PaperType type(byte[] content, LoopPaper.Kind as) {
        if (content.length == 0) {
            throw RuleBroken.at("file", "nonconformity.paper.empty");
        }
        if (content.length > LARGEST) {
            throw RuleBroken.at("file", "nonconformity.paper.large", LARGEST / 1024 / 1024);
        }
        PaperType type = PaperType.of(content).orElseThrow(() -> RuleBroken.at("file", "nonconformity.paper.type"));
        if (as == LoopPaper.Kind.PHOTO && type == PaperType.PDF) {
            throw RuleBroken.at("file", "nonconformity.paper.photo");
        }
        return type;
    }

    private static String cut(String text) {
        String line = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(line.length() - LONGEST);
    }

    public LoopPaper find(String reportNo, String id) {
        return store.findByIdAndReportNo(id, reportNo).orElseThrow(() -> new NotFound("nonconformity.paper.none"));
    }

    public byte[] content(LoopPaper paper) {
        return files.read(paper.sha256());
    }

    /** What the chosen treatment has to be proved by: added since it was chosen, or since it was sent back. */
    public void require(Loop loop) {
        if (loop.plan() == null) {
            return;
        }
        Treatment treatment = loop.plan().treatment();
        if (treatment.needsPhoto() && !has(loop, LoopPaper.Kind.PHOTO)) {
            throw new RuleBroken("nonconformity.paper.noPhoto", treatment.label(), link(loop));
        }
        if (treatment.needsPaper() && !has(loop, LoopPaper.Kind.PAPER)) {
            throw new RuleBroken("nonconformity.paper.noPaper", treatment.label(), link(loop));
        }
    }

    private boolean has(Loop loop, LoopPaper.Kind kind) {
        return of(loop.reportNo()).stream()
                .anyMatch(paper -> paper.kind() == kind && !paper.addedAt().isBefore(loop.provedFrom()));
    }

    private static String link(Loop loop) {
        return "/nonconformities/" + loop.reportNo();
    }
}
