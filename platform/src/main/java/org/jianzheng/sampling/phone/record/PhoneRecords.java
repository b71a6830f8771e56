package org.jianzheng.sampling.phone.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.phone.PhoneState;
import org.jianzheng.sampling.phone.PhoneView;
import org.jianzheng.sampling.phone.contact.Contacts;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what phones signed. Whatever came and can be told from others is kept, also what is refused; the same bytes are
 * answered as they were the first time, whatever has become of the case since, so that a phone may ask as often as the
 * network makes it.
 */
@Service
public class PhoneRecords {

    private static final int LONGEST = 64 * 1024;
    /** Nothing is wrong with the record: it is sent again. */
    private static final Set<String> LATER = Set.of("workflow.task.busy", "workflow.task.suspended");

    private static final Set<String> GONE =
            Set.of("workflow.task.done", "workflow.task.doneByYou", "workflow.task.unknown");

    private final PhoneRegistrations phones;
    private final Contacts contacts;
    private final SitePhotos photos;
    private final RecordStore store;
    private final RecordCompletion completion;
    private final RecordNotices notices;
    private final Commissions commissions;
    private final ChineseText wording;
    private final Identity identity;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PhoneRecords(
            PhoneRegistrations phones,
            Contacts contacts,
            SitePhotos photos,
            RecordStore store,
            RecordCompletion completion,
            RecordNotices notices,
            Commissions commissions,
            ChineseText wording,
            Identity identity,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.phones = phones;
        this.contacts = contacts;
        this.photos = photos;
        this.store = store;
        this.completion = completion;
        this.notices = notices;
        this.commissions = commissions;
        this.wording = wording;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
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
        SignedRecord record = read(body);
        String sha256 = DigestUtils.sha256Hex(body);
        String username = identity.acting().username();
        return store.answered(username, record.id().toString(), sha256)
                .orElseGet(() -> decide(record, body, sha256, signature));
    }

    private SignedRecord read(String body) {
        if (body.length() > LONGEST) {
            throw new RuleBroken("sampling.record.malformed");
        }
        try {
            return Optional.ofNullable(json.readValue(body, SignedRecord.class))
                    .orElseThrow(() -> new RuleBroken("sampling.record.malformed"));
        } catch (JsonProcessingException e) {
            throw new RuleBroken("sampling.record.malformed");
        }
    }

    private RecordAnswer decide(SignedRecord record, String body, String sha256, String signature) {
        Optional<PhoneView> phone = phones.byKey(record.proof().phone());
        ArrivedRecord unknown = arrival(record, body, sha256, signature, null, null);
        Optional<String> untrusted = untrusted(phone, body, signature);
        if (untrusted.isPresent()) {
            return keep(unknown, RecordOutcome.REFUSED, untrusted.get());
        }
        String phoneId = phone.orElseThrow().id();
        Instant contact = contacts.read(record.proof().contact(), phoneId).orElse(null);
        ArrivedRecord arrival = arrival(record, body, sha256, signature, phoneId, contact);
        if (store.isTaken(arrival.by().username(), record.id().toString())) {
            return keep(arrival, RecordOutcome.CONFLICT, "sampling.record.conflict");
        }
        if (phone.get().state() == PhoneState.WAITING) {
            throw new RuleBroken("sampling.phone.waiting");
        }
        List<String> missing = record.photoHashes().stream()
                .filter(photo -> photos.find(photo, arrival.by().username()).isEmpty())
                .toList();
        return missing.isEmpty()
                ? complete(arrival)
                : RecordAnswer.photosFirst(record.id().toString(), missing);
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
                commissions.visible(record.caseId().toString()));
    }

    private RecordAnswer complete(ArrivedRecord arrival) {
        try {
            return completion.complete(arrival);
        } catch (DuplicateKeyException sentTwice) {
            return store.answered(arrival.by().username(), arrival.record().id().toString(), arrival.sha256())
                    // Another record that was on its way at the same moment had one of its photos.
                    .orElseGet(() -> keep(arrival, RecordOutcome.REFUSED, "sampling.record.photoUsed"));
        } catch (RuleBroken refused) {
            if (LATER.contains(refused.code())) {
                throw refused;
            }
            boolean gone = arrival.caseKnown() && GONE.contains(refused.code());
            return gone
                    ? keep(arrival, RecordOutcome.EVIDENCE, "sampling.record.taskGone")
                    : keep(arrival, RecordOutcome.REFUSED, refused.code(), refused.arguments());
        }
    }

    private RecordAnswer keep(ArrivedRecord arrival, RecordOutcome outcome, String code, Object... arguments) {
        String id = arrival.record().id().toString();
        String reason = wording.text(code, arguments);
        try {
            return transaction.execute(status -> {
                Optional<RecordAnswer> before = store.answered(arrival.by().username(), id, arrival.sha256());
                if (before.isPresent()) {
                    return before.get();
                }
                store.add(arrival, outcome, null, reason);
                notices.kept(arrival, outcome, code, reason);
                return RecordAnswer.of(id, outcome, reason);
            });
        } catch (DuplicateKeyException sentTwice) {
            return store.answered(arrival.by().username(), id, arrival.sha256()).orElseThrow(() -> sentTwice);
        }
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
