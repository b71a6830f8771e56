package org.jianzheng.sampling.phone;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.NoticeWays;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Phones and whose they are. Contractors and supervision firms have no administrator in the realm, only samplers and
 * witnesses, whom a colleague would confirm for the asking; so the station confirms, as it does whatever enters a registry.
 * Nobody confirms their own, and locking one takes no permission: the owner, a colleague of the house and the station may.
 */
@Service
@Transactional
public class PhoneRegistrations {

    /** RFC 7638, of SHA-256. */
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_WAITING = 3;

    private final PhoneStore store;
    private final EntityManager entities;
    private final PhoneNotices notices;
    private final NoticeWays ways;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    PhoneRegistrations(
            PhoneStore store,
            EntityManager entities,
            PhoneNotices notices,
            NoticeWays ways,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.entities = entities;
        this.notices = notices;
        this.ways = ways;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** The acting person's phone asks to be theirs. Asked again by the same person, it answers what it answered. */
    public PhoneView ask(String jwk, String device) {
        Person owner = identity.acting();
        if (!owner.has(Role.SAMPLER) && !owner.has(Role.WITNESS)) {
            throw new RuleBroken("sampling.phone.role");
        }
        PhoneKey key = PhoneKey.of(jwk);
        Optional<PhoneRegistration> known = store.findByThumbprint(key.thumbprint());
        if (known.isPresent()) {
            return known.filter(phone -> phone.isOf(owner))
                    .map(PhoneRegistration::view)
                    .orElseThrow(() -> new RuleBroken("sampling.phone.another"));
        }
        if (store.countByUsernameAndState(owner.username(), PhoneState.WAITING) >= MOST_WAITING) {
            throw new RuleBroken("sampling.phone.many", MOST_WAITING);
        }
        String named = new FormValues(Map.of("device", device == null ? "" : device)).required("device", LONGEST_NAME);
        PhoneRegistration phone = store.save(new PhoneRegistration(key, named, owner, CityTime.now(clock)));
        append(phone, "phone.asked", null);
        notices.asked(phone.view());
        return phone.view();
    }

    /** Another than its owner says that it is theirs. */
    public void confirm(String id) {
        PhoneRegistration phone = intact(id);
        if (!mayConfirm()) {
            throw new RuleBroken("sampling.phone.station");
        }
        phone.confirm(identity.acting(), CityTime.now(clock));
        append(phone, "phone.confirmed", null);
        notices.confirmed(phone.view());
    }

    /** From now on nothing it signs counts, and nothing is shown on it. */
    public void lock(String id, String reason) {
        PhoneRegistration phone = intact(id);
        String said = FormValues.reason(reason, LONGEST_REASON);
        phone.lock(said, identity.acting(), CityTime.now(clock));
        ways.forgetDevice(phone.view().thumbprint());
        append(phone, "phone.locked", said);
        notices.locked(phone.view());
    }

    public boolean mayConfirm() {
        return identity.acting().ofStation();
    }

    /** All for the station, those of the house for others; newest first. */
    @Transactional(readOnly = true)
    public Paged<PhoneView> list(int page, int size) {
        return new NewestFirst<>(entities, PhoneRegistration.class, "askedAt", "id")
                .page(within(), page, size)
                .map(PhoneRegistration::view);
    }

    @Transactional(readOnly = true)
    public PhoneView find(String id) {
        return seen(id).view();
    }

    /** The phone of that key, whoever asks: the caller decides what its owner and state mean. */
    @Transactional(readOnly = true)
    public Optional<PhoneView> byKey(String thumbprint) {
        // The table knows no other signs, and would not compare them.
        return THUMBPRINT.matcher(thumbprint).matches()
                ? store.findByThumbprint(thumbprint).map(PhoneRegistration::view)
                : Optional.empty();
    }

    /** Whether that phone signed it, and its row is as the platform wrote it. */
    @Transactional(readOnly = true)
    public boolean signed(PhoneView phone, byte[] content, String signature) {
        official.requireIntact("sampling_phone", Map.of("id", phone.id()));
        return store.findById(phone.id()).orElseThrow().key().signed(content, signature);
    }

    private PhoneRegistration intact(String id) {
        PhoneRegistration phone = seen(id);
        official.requireIntact("sampling_phone", Map.of("id", id));
        return phone;
    }

    private PhoneRegistration seen(String id) {
        String employer = identity.acting().employer().orElse("");
        return store.findById(id)
                .filter(phone -> mayConfirm() || phone.view().owner().employer().equals(employer))
                .orElseThrow(() -> new NotFound("sampling.phone.unknown"));
    }

    private Specification<PhoneRegistration> within() {
        String employer = identity.acting().employer().orElse("");
        return mayConfirm()
                ? (root, query, builder) -> builder.conjunction()
                : (root, query, builder) -> builder.equal(root.get("employer"), employer);
    }

    private void append(PhoneRegistration phone, String action, String reason) {
        PhoneView view = phone.view();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("username", view.owner().username());
        content.put("employer", view.owner().employer());
        content.put("device", view.device());
        content.put("thumbprint", view.thumbprint());
        content.put("state", view.state().name());
        ledger.append(new Ledger.Fact(null, action, phone.ledgerSubject(), null, reason, content));
    }
}
