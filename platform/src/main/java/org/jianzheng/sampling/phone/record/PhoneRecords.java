package org.jianzheng.sampling.phone.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.phone.PhoneState;
import org.jianzheng.sampling.phone.PhoneView;
import org.jianzheng.sampling.phone.contact.Contacts;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.site.RecordOutcome;
import org.springframework.stereotype.Service;

/**
 * Takes in what phones signed. Whatever came and can be told from others is kept, also what is refused; the same bytes are
 * answered as they were the first time, whatever has become of the case since, so that a phone may ask as often as the
 * network makes it.
 */
@Service
public class PhoneRecords {

    private final PhoneRegistrations phones;
    private final Contacts contacts;
    private final SitePhotos photos;
    private final RecordReader reader;
    private final RecordStore store;
    private final RecordDecision decision;
    private final HeldSettlement holding;
    private final UnorderedIntake unordered;
    private final UnorderedSamples unorderedSamples;
    private final Commissions commissions;
    private final Identity identity;
    private final Clock clock;

    PhoneRecords(
            PhoneRegistrations phones,
            Contacts contacts,
            SitePhotos photos,
            RecordReader reader,
            RecordStore store,
            RecordDecision decision,
            HeldSettlement holding,
            UnorderedIntake unordered,
            UnorderedSamples unorderedSamples,
            Commissions commissions,
            Identity identity,
            Clock clock) {
        this.phones = phones;
        this.contacts = contacts;
        this.photos = photos;
        this.reader = reader;
        this.store = store;
        this.decision = decision;
        this.holding = holding;
        this.unordered = unordered;
        this.unorderedSamples = unorderedSamples;
        this.commissions = commissions;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * @param body the text that was signed, byte for byte
     * @param signature base64url
     * @throws RuleBroken where it cannot be read, or has to be sent again later
     */
    public RecordAnswer receive(String body, String signature) {
        if (!identity.acting().has(Role.SAMPLER) && !identity.acting().has(Role.WITNESS)) {
            throw new RuleBroken("sampling.phone.role");
        }
        SignedRecord record = reader.read(body);
        String sha256 = DigestUtils.sha256Hex(body);
        String username = identity.acting().username();
        return store.answered(username, record.id().toString(), sha256)
                .orElseGet(() -> decide(record, body, sha256, signature));
    }

    private RecordAnswer decide(SignedRecord record, String body, String sha256, String signature) {
        Optional<PhoneView> phone = phones.byKey(record.proof().phone());
        ArrivedRecord unknown = arrival(record, body, sha256, signature, null, null);
        Optional<String> untrusted = untrusted(phone, body, signature);
        if (untrusted.isPresent()) {
            return decision.keep(unknown, RecordOutcome.REFUSED, untrusted.get());
        }
        String phoneId = phone.orElseThrow().id();
        Instant contact = contacts.read(record.proof().contact(), phoneId).orElse(null);
        ArrivedRecord arrival = arrival(record, body, sha256, signature, phoneId, contact);
        if (store.isTaken(arrival.by().username(), record.id().toString(), sha256)) {
            return decision.keep(arrival, RecordOutcome.CONFLICT, "sampling.record.conflict");
        }
        if (phone.get().state() == PhoneState.WAITING) {
            throw new RuleBroken("sampling.phone.waiting");
        }
        List<String> missing = record.photoHashes().stream()
                .filter(photo -> photos.find(photo, arrival.by().username()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return RecordAnswer.photosFirst(record.id().toString(), missing);
        }
        if (record.withoutOrder()) {
            return takeWithoutOrder(arrival);
        }
        if (record.unordered() != null && !record.kind().isDone(record)) {
            return unorderedSamples.object(arrival);
        }
        return record.ahead() ? holding.hold(arrival) : complete(arrival);
    }

    private RecordAnswer takeWithoutOrder(ArrivedRecord arrival) {
        RecordAnswer answer = unordered.take(arrival);
        holding.settleUnordered();
        return answer;
    }

    private RecordAnswer complete(ArrivedRecord arrival) {
        RecordAnswer answer = decision.complete(arrival);
        if (arrival.record().kind() == RecordKind.TAKE) {
            holding.settleCase(arrival.caseId());
        }
        return answer;
    }

    private Optional<String> untrusted(Optional<PhoneView> phone, String body, String signature) {
        if (phone.isEmpty()) {
            return Optional.of("sampling.record.unregistered");
        }
        if (!phone.get().owner().username().equals(identity.acting().username())) {
            return Optional.of("sampling.record.anothersPhone");
        }
        if (phone.get().state() == PhoneState.LOCKED) {
            return Optional.of("sampling.record.lockedPhone");
        }
        return phones.signed(phone.get(), body.getBytes(StandardCharsets.UTF_8), signature)
                ? Optional.empty()
                : Optional.of("sampling.record.forged");
    }

    private ArrivedRecord arrival(
            SignedRecord record, String body, String sha256, String signature, String phoneId, Instant contact) {
        return new ArrivedRecord(
                UUID.randomUUID().toString(),
                record,
                body,
                sha256,
                signature.substring(0, Math.min(120, signature.length())),
                identity.acting(),
                phoneId,
                contact,
                CityTime.now(clock),
                about(record));
    }

    private ArrivedRecord.About about(SignedRecord record) {
        String caseId = record.caseId() == null ? null : record.caseId().toString();
        return new ArrivedRecord.About(caseId, caseId != null && commissions.visible(caseId), record.taskId());
    }

    /** What phones sent to the case, in the order it came; what was refused is the station's to see. The caller has checked who may know of the case. */
    public List<PhoneRecordView> ofCase(String caseId) {
        boolean all = identity.acting().ofStation();
        return store.ofCase(caseId).stream()
                .filter(record ->
                        all || record.outcome() != RecordOutcome.REFUSED && record.outcome() != RecordOutcome.CONFLICT)
                .toList();
    }
}
