package org.jianzheng.face;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.face.matching.FaceFinding;
import org.jianzheng.face.matching.FaceMatcher;
import org.jianzheng.face.matching.HeadTurnJudge;
import org.jianzheng.face.matching.NotCompared;
import org.jianzheng.face.matching.TurnFinding;
import org.jianzheng.face.portrait.FacePortraits;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what waits, outside the transactions of people: a service that does not answer holds up no record. Two nodes may
 * compare the same; one of them writes.
 */
@Component
class FaceComparing {

    private static final Logger log = LoggerFactory.getLogger(FaceComparing.class);

    private static final int AT_ONCE = 20;

    private final ComparisonStore store;
    private final FacePortraits portraits;
    private final SitePhotos photos;
    private final FaceMatcher matcher;
    private final HeadTurnJudge turns;
    private final FaceWarnings warnings;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FaceComparing(
            ComparisonStore store,
            FacePortraits portraits,
            SitePhotos photos,
            FaceMatcher matcher,
            HeadTurnJudge turns,
            FaceWarnings warnings,
            Ledger ledger,
            Identity identity,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.portraits = portraits;
        this.photos = photos;
        this.matcher = matcher;
        this.turns = turns;
        this.warnings = warnings;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
        this.transaction = transaction;
    }

    void round() {
        List<String> waiting = store.waiting(PageRequest.ofSize(AT_ONCE));
        waiting.forEach(id -> identity.as(Person.SYSTEM, () -> tryToCompare(id)));
    }

    private boolean tryToCompare(String id) {
        try {
            compare(store.findById(id).orElseThrow());
            return true;
        } catch (RuntimeException fault) {
            // It waits on, and the next one is compared all the same.
            log.error("Comparison {} could not be kept", id, fault);
            return false;
        }
    }

    /** @param portrait null where there was none */
    private record Result(FaceFinding found, TurnFinding turned, FacePortraits.Standing portrait) {

        static Result none(NotCompared why) {
            return new Result(FaceFinding.notCompared(why, ""), TurnFinding.NOT_JUDGED, null);
        }
    }

    private static final Result WITHOUT = Result.none(NotCompared.NO_PORTRAIT);

    private void compare(FaceComparison waiting) {
        Result result = result(waiting.view());
        transaction.executeWithoutResult(status -> store.findById(waiting.id())
                .filter(comparison -> comparison.state() == ComparisonState.WAITING)
                .ifPresent(comparison -> keep(comparison, agreed(result) ? result : WITHOUT)));
    }

    // Whoever withdrew while it was compared was not compared.
    private boolean agreed(Result result) {
        return result.portrait() == null || portraits.stillStands(result.portrait());
    }

    private Result result(ComparisonView waiting) {
        try {
            return portraits
                    .standing(waiting.subject().username())
                    .map(portrait -> result(waiting, portrait))
                    .orElse(WITHOUT);
        } catch (RuntimeException | LinkageError | OutOfMemoryError fault) {
            log.error("Comparison {} failed", waiting.id(), fault);
            return Result.none(NotCompared.FAILED);
        }
    }

    private Result result(ComparisonView waiting, FacePortraits.Standing portrait) {
        Optional<byte[]> photo = picture(waiting, waiting.photoSha256());
        FaceFinding found = photo.map(own -> matcher.compare(portrait.picture(), own))
                .orElseGet(() -> FaceFinding.notCompared(NotCompared.UNREADABLE, ""));
        return new Result(found, photo.map(own -> turned(waiting, own)).orElse(TurnFinding.NOT_JUDGED), portrait);
    }

    private TurnFinding turned(ComparisonView waiting, byte[] front) {
        ComparisonView.Turn turn = waiting.turn();
        List<byte[]> pictures = turn.photos().stream()
                .flatMap(sha256 -> picture(waiting, sha256).stream())
                .toList();
        return turn.asked() == null || pictures.isEmpty()
                ? TurnFinding.NOT_JUDGED
                : turns.judge(front, pictures, turn.asked());
    }

    private Optional<byte[]> picture(ComparisonView waiting, String sha256) {
        return photos.find(sha256, waiting.subject().username()).map(photo -> photos.shown(photo, false));
    }

    private void keep(FaceComparison comparison, Result result) {
        FaceFinding found = result.found();
        FacePortraits.Standing portrait = result.portrait();
        comparison.compared(found, result.turned(), portrait, CityTime.now(clock));
        store.save(comparison);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("outcome", found.outcome().name());
        content.put("why", String.valueOf(found.why()));
        content.put("score", String.valueOf(found.score()));
        content.put("thresholds", String.valueOf(found.thresholds()));
        content.put("model", found.model());
        content.put("enrolment", String.valueOf(comparison.enrolmentId()));
        content.put("turnAsked", String.valueOf(comparison.view().turn().asked()));
        content.put("turn", result.turned().outcome().name());
        content.put("turnedBy", String.valueOf(result.turned().by()));
        content.put("turnNeeded", String.valueOf(result.turned().needed()));
        content.put("portraitConfirmed", portrait != null && portrait.confirmed());
        ComparisonView view = comparison.view();
        ledger.append(new Ledger.Fact(
                null,
                "face.compared",
                comparison.ledgerSubject(),
                view.subject().caseId(),
                null,
                content));
        warnings.compared(view);
    }
}
