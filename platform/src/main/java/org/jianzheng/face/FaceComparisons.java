package org.jianzheng.face;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.face.portrait.FacePortraits;
import org.jianzheng.face.portrait.RegisteredPictures;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.sampling.event.SiteRecordKept;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Door of the module. Comparisons are for the receiving laboratory's people who answer for its samples, and for the station;
 * pictures they may see only where a person has to look. Nobody else learns of either, the employer included.
 */
@Service
@Transactional
public class FaceComparisons {

    private static final int LONGEST_NOTE = 500;
    private static final Set<Role> LOOKING = EnumSet.of(Role.RECEIVER, Role.LABADMIN, Role.TECHNICALHEAD);

    private final ComparisonStore store;
    private final FacePortraits portraits;
    private final RegisteredPictures registered;
    private final SitePhotos photos;
    private final FaceWarnings warnings;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;
    private final EntityManager entities;

    FaceComparisons(
            ComparisonStore store,
            FacePortraits portraits,
            RegisteredPictures registered,
            SitePhotos photos,
            FaceWarnings warnings,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            Clock clock,
            EntityManager entities) {
        this.store = store;
        this.portraits = portraits;
        this.registered = registered;
        this.photos = photos;
        this.warnings = warnings;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
        this.entities = entities;
    }

    /** As part of the record itself: none is kept that is not compared, by a program or by a person. */
    @EventListener
    void on(SiteRecordKept kept) {
        for (String photo : kept.personPhotos()) {
            FaceComparison comparison = store.save(new FaceComparison(kept, photo));
            append(
                    comparison,
                    "face.due",
                    null,
                    Map.of("record", kept.arrivalId(), "photo", photo, "person", kept.username()));
        }
    }

    /** Of a case, for whoever may look; empty for others. The caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<ComparisonView> ofCase(String caseId) {
        return store.findByCaseIdOrderByRecordedAtAscId(caseId).stream()
                .map(FaceComparison::view)
                .filter(this::mayLook)
                .toList();
    }

    /** Newest first. @param state name of a {@link ComparisonState}; empty text for all */
    @Transactional(readOnly = true)
    public Paged<ComparisonView> list(String state, int page, int size) {
        Specification<FaceComparison> asked = (root, query, builder) -> state.isEmpty()
                ? builder.conjunction()
                : builder.equal(root.get("state").as(String.class), state);
        return new NewestFirst<>(entities, FaceComparison.class, "recordedAt", "id")
                .page(mine().and(asked), page, size)
                .map(FaceComparison::view);
    }

    private Specification<FaceComparison> mine() {
        return isLooking() ? identity.scope().withinLab("labCode") : (root, query, builder) -> builder.disjunction();
    }

    /** Which of the pictures there are of whoever made the record. */
    @Transactional(readOnly = true)
    public Pictures pictures(ComparisonView one) {
        String username = one.subject().username();
        return new Pictures(portraits.has(username), registered.has(username));
    }

    /** @param enrolled a portrait of their own @param registered 免冠照 */
    public record Pictures(boolean enrolled, boolean registered) {}

    /** Which picture beside the photo is meant. */
    public enum Beside {
        PHOTO,
        ENROLLED,
        REGISTERED
    }

    /** One of those taken after they were asked to turn their head. @param place from 0 */
    @Transactional(readOnly = true)
    public byte[] turned(String caseId, String id, int place) {
        ComparisonView one = looked(caseId, id);
        List<String> turned = one.turn().photos();
        if (place < 0 || place >= turned.size()) {
            throw new NotFound("face.picture.none");
        }
        return photo(one, turned.get(place));
    }

    private byte[] photo(ComparisonView one, String sha256) {
        return photos.find(sha256, one.subject().username())
                .map(photo -> photos.shown(photo, false))
                .orElseThrow(() -> new NotFound("face.picture.none"));
    }

    private ComparisonView looked(String caseId, String id) {
        ComparisonView one = seen(caseId, id).view();
        if (one.state() == ComparisonState.WAITING || one.state() == ComparisonState.DONE) {
            throw new NotFound("face.picture.none");
        }
        return one;
    }

    /** One of the pictures of a comparison that a person has to look at, or looked at. */
    @Transactional(readOnly = true)
    public byte[] picture(String caseId, String id, Beside which) {
        ComparisonView one = looked(caseId, id);
        String username = one.subject().username();
        // Consent is to be looked at for as long as somebody has to compare.
        if (which == Beside.ENROLLED && one.state() != ComparisonState.HUMAN) {
            throw new NotFound("face.picture.none");
        }
        return switch (which) {
            case PHOTO -> photo(one, one.photoSha256());
            case ENROLLED ->
                portraits
                        .standing(username)
                        .map(FacePortraits.Standing::picture)
                        .orElseThrow(() -> new NotFound("face.picture.none"));
            case REGISTERED -> registered.of(username).orElseThrow(() -> new NotFound("face.picture.none"));
        };
    }

    /** Whether the acting person says what they see; whose sample it is, is asked of each. */
    public boolean mayAnswer() {
        return identity.acting().has(Role.RECEIVER);
    }

    /**
     * The receiver looked at the pictures; once.
     *
     * @param form {@code answer}: SAME, OTHER or UNSURE; {@code note}, which the latter two need, and every answer against what the program found
     */
    public void answer(String caseId, String id, Map<String, ?> form) {
        FaceComparison comparison = seen(caseId, id);
        Person by = identity.acting();
        if (!mayAnswer()) {
            throw new RuleBroken("face.answer.receiver");
        }
        official.requireIntact("face_comparison", Map.of("case_id", caseId));
        FormValues values = new FormValues(form);
        HumanAnswer said = HumanAnswer.valueOf(values.choice("answer", "SAME", "OTHER", "UNSURE"));
        String note = values.text("note", LONGEST_NOTE);
        boolean against = comparison.speaksAgainst();
        if ((said != HumanAnswer.SAME || against) && note.isEmpty()) {
            throw RuleBroken.at("note", "face.answer.note.missing");
        }
        comparison.answer(said, note, by, CityTime.now(clock));
        store.save(comparison);
        append(comparison, "face.answered", note.isEmpty() ? null : note, Map.of("answer", said.name()));
        warnings.answered(comparison.view());
        // Who enrolled another's face looks like it in the photo too: only the registered picture tells. And whoever
        // knows
        // the sampler in a photo unlike the portrait says nothing for the portrait.
        boolean known = registered.of(comparison.view().subject().username()).isPresent();
        if (said == HumanAnswer.SAME && !against && known && comparison.enrolmentId() != null) {
            portraits.confirm(comparison.enrolmentId(), by);
        }
    }

    private FaceComparison seen(String caseId, String id) {
        return store.findById(id)
                .filter(one -> one.view().subject().caseId().equals(caseId) && mayLook(one.view()))
                .orElseThrow(() -> new NotFound("face.picture.none"));
    }

    private boolean mayLook(ComparisonView one) {
        return isLooking() && identity.scope().seesLab(one.subject().labCode());
    }

    private boolean isLooking() {
        Person person = identity.acting();
        return person.ofStation() || LOOKING.stream().anyMatch(person::has);
    }

    private void append(FaceComparison comparison, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(
                null,
                action,
                comparison.ledgerSubject(),
                comparison.view().subject().caseId(),
                reason,
                content));
    }
}
