package org.jianzheng.face.portrait;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.face.matching.FaceFinding;
import org.jianzheng.face.matching.FaceMatcher;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.face.matching.NotCompared;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.evidence.UploadScan;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.phone.photo.Picture;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Portraits of samplers and witnesses: each their own, with their consent, deleted when that or their registration ends. */
@Service
public class FacePortraits {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int SIDE = 1200;
    private static final int AT_ONCE = 200;
    private static final Set<Role> ENROLLED = Set.of(Role.SAMPLER, Role.WITNESS);

    private final EnrolmentStore store;
    private final PortraitVault vault;
    private final RegisteredPictures registered;
    private final FaceMatcher matcher;
    private final Registry registry;
    private final UploadScan scan;
    private final OfficialRows official;
    private final Ledger ledger;
    private final ChineseText texts;
    private final Identity identity;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FacePortraits(
            EnrolmentStore store,
            PortraitVault vault,
            RegisteredPictures registered,
            FaceMatcher matcher,
            Registry registry,
            UploadScan scan,
            OfficialRows official,
            Ledger ledger,
            ChineseText texts,
            Identity identity,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.vault = vault;
        this.registered = registered;
        this.matcher = matcher;
        this.registry = registry;
        this.scan = scan;
        this.official = official;
        this.ledger = ledger;
        this.texts = texts;
        this.identity = identity;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A portrait that stands. @param confirmed whether it is known to show them */
    public record Standing(String enrolmentId, boolean confirmed, byte[] picture) {}

    /** The acting person's own. */
    public Optional<EnrolmentView> mine() {
        return store.findByCurrentOf(owner().username()).map(FaceEnrolment::view);
    }

    /** The acting person's own picture. */
    public byte[] myPicture() {
        String username = owner().username();
        return transaction.execute(status -> store.findByCurrentOf(username)
                .flatMap(enrolment -> vault.get(enrolment.id()))
                .orElseThrow(() -> new NotFound("face.portrait.none")));
    }

    /**
     * The acting person enrols their own portrait, in place of an earlier one.
     *
     * @param consent whether they agree to be compared, having read the page's words
     */
    public void enrol(byte[] content, boolean consent) {
        Person owner = owner();
        if (!consent) {
            throw RuleBroken.at("consent", "face.consent.missing");
        }
        if (!stands(owner.username())) {
            throw new RuleBroken("face.portrait.unregistered");
        }
        byte[] picture = picture(content);
        FaceFinding likeness = registered
                .of(owner.username())
                .map(known -> matcher.compare(known, picture))
                .orElseGet(() -> FaceFinding.notCompared(NotCompared.NO_PORTRAIT, ""));
        if (likeness.outcome() == FaceOutcome.NO_FACE) {
            throw RuleBroken.at("file", "face.portrait.noFace");
        }
        try {
            transaction.executeWithoutResult(status -> keep(owner, picture, likeness));
        } catch (DataIntegrityViolationException twice) {
            throw new RuleBroken("face.portrait.meanwhile");
        }
    }

    private byte[] picture(byte[] content) {
        boolean image = PaperType.of(content)
                .filter(type -> type.mediaType().startsWith("image/"))
                .isPresent();
        if (!image || content.length > LARGEST) {
            throw RuleBroken.at("file", "face.portrait.type", LARGEST / 1024 / 1024);
        }
        scan.require(content);
        return Picture.read(content).plain(SIDE);
    }

    private void keep(Person owner, byte[] picture, FaceFinding likeness) {
        store.findByCurrentOf(owner.username()).ifPresent(before -> end(before, EnrolmentEnd.REPLACED));
        FaceEnrolment enrolment = new FaceEnrolment(owner, likeness, CityTime.now(clock));
        enrolment.sealed(vault.put(enrolment.id(), picture));
        store.saveAndFlush(enrolment);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("username", owner.username());
        content.put("consent", texts.text("face.consent"));
        content.put("pictureHmac", enrolment.pictureHash());
        content.put("likeness", likeness.outcome().name());
        content.put("score", String.valueOf(likeness.score()));
        content.put("model", likeness.model());
        append(enrolment, "face.enrolled", content);
    }

    /** The acting person agrees no longer: from now on people compare, and the portrait is deleted. */
    public void revoke() {
        String username = owner().username();
        transaction.executeWithoutResult(status -> end(
                store.findByCurrentOf(username).orElseThrow(() -> new NotFound("face.portrait.none")),
                EnrolmentEnd.REVOKED));
    }

    /** Those of people who are registered no more. @return how many were deleted */
    public int endUnregistered() {
        int ended = 0;
        String after = "";
        List<String> page;
        do {
            page = store.enrolled(after, PageRequest.ofSize(AT_ONCE));
            Set<String> standing = registry.standing(Set.copyOf(page), ENROLLED, CityTime.today(clock));
            for (String username : page) {
                if (!standing.contains(username)) {
                    transaction.executeWithoutResult(status -> store.findByCurrentOf(username)
                            .ifPresent(enrolment -> end(enrolment, EnrolmentEnd.REGISTRATION_ENDED)));
                    ended++;
                }
            }
            after = page.isEmpty() ? "" : page.get(page.size() - 1);
        } while (page.size() == AT_ONCE);
        return ended;
    }

    private void end(FaceEnrolment enrolment, EnrolmentEnd why) {
        enrolment.end(why, CityTime.now(clock));
        store.saveAndFlush(enrolment);
        vault.delete(enrolment.id());
        append(enrolment, "face.ended", Map.of("why", why.name(), "pictureHmac", enrolment.pictureHash()));
    }

    /** Of somebody whose registration stands, as the platform wrote it. */
    public Optional<Standing> standing(String username) {
        return transaction.execute(status -> store.findByCurrentOf(username)
                .filter(enrolment -> stands(username) && intact(enrolment))
                .flatMap(enrolment -> vault.get(enrolment.id())
                        .map(picture -> new Standing(enrolment.id(), enrolment.confirmed(), picture))));
    }

    /** Whether {@link #standing} has one, without opening it; as part of the caller's transaction. */
    public boolean has(String username) {
        return store.findByCurrentOf(username)
                .filter(enrolment -> stands(username) && intact(enrolment))
                .isPresent();
    }

    /** Whether it has not ended meanwhile. */
    public boolean stillStands(Standing portrait) {
        return store.findById(portrait.enrolmentId())
                .filter(FaceEnrolment::standing)
                .isPresent();
    }

    /** Somebody who saw both pictures said that this portrait shows its owner; part of the caller's transaction. */
    public void confirm(String enrolmentId, Person by) {
        store.findById(enrolmentId)
                .filter(enrolment -> enrolment.standing() && !enrolment.confirmed() && !enrolment.isUnlikeRegistered())
                .ifPresent(enrolment -> {
                    enrolment.confirm(by, CityTime.now(clock));
                    store.saveAndFlush(enrolment);
                    append(enrolment, "face.confirmed", Map.of("by", by.username()));
                });
    }

    private boolean intact(FaceEnrolment enrolment) {
        return official.areIntact("face_enrolment", Map.of("id", enrolment.id()));
    }

    private boolean stands(String username) {
        return registry.standing(Set.of(username), ENROLLED, CityTime.today(clock))
                .contains(username);
    }

    private Person owner() {
        Person person = identity.acting();
        if (ENROLLED.stream().noneMatch(person::has)) {
            throw new NotFound("face.portrait.role");
        }
        return person;
    }

    private void append(FaceEnrolment enrolment, String action, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, enrolment.ledgerSubject(), null, null, content));
    }
}
