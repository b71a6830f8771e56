package org.jianzheng.face;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.face.matching.FaceFinding;
import org.jianzheng.face.matching.FaceMatcher;
import org.jianzheng.face.matching.NotCompared;
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
            FaceWarnings warnings,
            Ledger ledger,
            Identity identity,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.portraits = portraits;
        this.photos = photos;
        this.matcher = matcher;
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
    private record Result(FaceFinding found, FacePortraits.Standing portrait) {}

    private static final Result WITHOUT = new Result(FaceFinding.notCompared(NotCompared.NO_PORTRAIT, ""), null);

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
                    .map(portrait -> new Result(found(waiting, portrait), portrait))
                    .orElse(WITHOUT);
        } catch (RuntimeException | LinkageError | OutOfMemoryError fault) {
            log.error("Comparison {} failed", waiting.id(), fault);
            return new Result(FaceFinding.notCompared(NotCompared.FAILED, ""), null);
        }
    }

    private FaceFinding found(ComparisonView waiting, FacePortraits.Standing portrait) {
        return photos.find(waiting.photoSha256(), waiting.subject().username())
                .map(photo -> matcher.compare(portrait.picture(), photos.shown(photo, false)))
                .orElseGet(() -> FaceFinding.notCompared(NotCompared.UNREADABLE, ""));
    }

    private void keep(FaceComparison comparison, Result result) {
        FaceFinding found = result.found();
        FacePortraits.Standing portrait = result.portrait();
        comparison.compared(found, portrait, CityTime.now(clock));
        store.save(comparison);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("outcome", found.outcome().name());
        content.put("why", String.valueOf(found.why()));
        content.put("score", String.valueOf(found.score()));
        content.put("thresholds", String.valueOf(found.thresholds()));
        content.put("model", found.model());
        content.put("enrolment", String.valueOf(comparison.enrolmentId()));
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
