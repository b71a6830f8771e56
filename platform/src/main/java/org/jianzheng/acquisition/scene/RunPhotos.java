package org.jianzheng.acquisition.scene;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunSight;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.records.evidence.PaperName;
import org.jianzheng.records.evidence.PaperTable;
import org.jianzheng.records.evidence.Papers;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos of a run, taken by its operator while it lasts or soon after; never taken back. */
@Service
@Transactional
public class RunPhotos {

    private static final int MOST = 6;
    private static final Duration SOON = Duration.ofHours(12);
    private static final String REFUSAL = "acquisition.photo";
    private static final PaperTable TABLE = new PaperTable(
            "acquisition_photo",
            "id, run_id, name, media_type, sha256, size, by_user, by_name, added_at",
            "SELECT id, run_id AS of_id, moment AS purpose, '' AS about, name, media_type, sha256, size, by_name, added_at"
                    + " FROM acquisition_photo WHERE run_id = ? ORDER BY added_at, id");

    private final Papers papers;
    private final RunStore runs;
    private final RunSight sight;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    RunPhotos(Papers papers, RunStore runs, RunSight sight, Ledger ledger, Identity identity, Clock clock) {
        this.papers = papers;
        this.runs = runs;
        this.sight = sight;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * @param moment name of a {@link PhotoMoment}
     * @throws RuleBroken where the acting person is not its operator, it is over for long, or the file is no picture
     */
    public void add(String runId, String moment, String name, byte[] content) {
        Run run = visible(runId);
        if (!mayAdd(run)) {
            throw new RuleBroken(REFUSAL + ".operator", SOON.toHours());
        }
        String shows = new FormValues(Map.of("moment", moment))
                .choice("moment", PhotoMoment.START.name(), PhotoMoment.BREAK.name());
        runs.lock(runId);
        if (!Papers.check(content, papers.of(TABLE, runId).size(), MOST, REFUSAL)
                .mediaType()
                .startsWith("image/")) {
            throw RuleBroken.at("file", REFUSAL + ".type");
        }
        String sha256 =
                papers.add(TABLE, run.ledgerSubject(), runId, PaperName.plain(name), content, Map.of("moment", shows));
        ledger.append(new Ledger.Fact(
                null, "run.photo", run.ledgerSubject(), run.caseId(), null, Map.of("moment", shows, "sha256", sha256)));
    }

    /** Whether the acting person may add one. */
    @Transactional(readOnly = true)
    public boolean mayAdd(String runId) {
        return mayAdd(visible(runId));
    }

    private boolean mayAdd(Run run) {
        boolean soon = run.state().isUnderWay()
                || run.state() == RunState.SEALED
                        && clock.instant().isBefore(run.view().times().ended().plus(SOON));
        return soon && run.isOperatedBy(identity.acting());
    }

    /** In the order they were added; {@link Paper#use} is the {@link PhotoMoment}. */
    @Transactional(readOnly = true)
    public List<Paper> of(String runId) {
        visible(runId);
        return papers.of(TABLE, runId);
    }

    /** @throws NotFound when there is none of that run, or the run is not theirs to see */
    @Transactional(readOnly = true)
    public Paper find(String runId, String photoId) {
        return of(runId).stream()
                .filter(photo -> photo.id().equals(photoId))
                .findFirst()
                .orElseThrow(() -> new NotFound("acquisition.photo.unknown"));
    }

    private Run visible(String runId) {
        return runs.findById(runId)
                .filter(run -> sight.sees(run.parties()))
                .orElseThrow(() -> new NotFound("acquisition.run.unknown"));
    }
}
