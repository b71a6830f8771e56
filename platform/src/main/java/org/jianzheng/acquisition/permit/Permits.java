package org.jianzheng.acquisition.permit;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.opening.RunOpening;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.RunAdmission;
import org.jianzheng.acquisition.run.RunSight;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Presence;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.WorkNumbers;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.token.SignedJson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offline permits as their operators make, look up and revoke them. */
@Service
@Transactional
public class Permits {

    private static final int ID_BYTES = 12;
    private static final int LONGEST_REASON = 500;

    private final PermitStore store;
    private final RunOpening opening;
    private final RunAdmission admission;
    private final RunSight sight;
    private final PermitWatch watch;
    private final SignedJson signed;
    private final EntityManager entities;
    private final Ledger ledger;
    private final Identity identity;
    private final Presence presence;
    private final WorkNumbers workNumbers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Permits(
            PermitStore store,
            RunOpening opening,
            RunAdmission admission,
            RunSight sight,
            PermitWatch watch,
            SignedJson signed,
            EntityManager entities,
            Ledger ledger,
            Identity identity,
            Presence presence,
            WorkNumbers workNumbers,
            Clock clock) {
        this.store = store;
        this.opening = opening;
        this.admission = admission;
        this.sight = sight;
        this.watch = watch;
        this.signed = signed;
        this.entities = entities;
        this.ledger = ledger;
        this.identity = identity;
        this.presence = presence;
        this.workNumbers = workNumbers;
        this.clock = clock;
    }

    /** @param method empty for every method that the specimen waits for */
    public record Wanted(String mark, String method) {}

    /**
     * Makes a permit: the acting person, who typed their password just now, is the operator of every run under it.
     *
     * @throws RuleBroken where one of the specimens may not be tested at the beginning of the span, as when its run were opened
     */
    public PermitView make(String equipment, List<Wanted> wanted, Instant validFrom, Instant validUntil) {
        presence.require("acquisition.permit.presence");
        Instant now = CityTime.now(clock);
        Instant from = validFrom.truncatedTo(ChronoUnit.SECONDS);
        Instant until = validUntil.truncatedTo(ChronoUnit.SECONDS);
        PermitContent.requireSpan(from, until, now);
        Person operator = workNumbers.named();
        List<PermitPiece> pieces = pieces(equipment, wanted, operator, from.isBefore(now) ? now : from);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        PermitContent content = new PermitContent(
                HexFormat.of().formatHex(id), operator.lab().orElseThrow(), equipment, operator, from, until, pieces);
        Permit permit = new Permit(content, signed.sign(PermitContent.TYPE, content.told(now)), now);
        store.saveAndFlush(permit);
        Map<String, Object> recorded = new HashMap<>(content.told(now));
        identity.presenceProvedAt().ifPresent(at -> recorded.put("presenceProvedAt", at.toString()));
        record(permit, "permit.made", null, recorded);
        return permit.view();
    }

    private List<PermitPiece> pieces(String equipment, List<Wanted> wanted, Person operator, Instant at) {
        Set<Wanted> tests = new LinkedHashSet<>();
        wanted.forEach(one -> methods(one, operator).forEach(method -> tests.add(new Wanted(one.mark(), method))));
        List<PermitPiece> pieces = new ArrayList<>();
        for (Wanted test : tests) {
            AdmittedPiece piece =
                    opening.admit(new RunOpening.Asked(test.mark(), test.method(), equipment), operator, at);
            opening.requireNotPermitted(piece);
            IntStream.range(0, opening.left(piece)).forEach(again -> pieces.add(piece(pieces.size() + 1, piece)));
        }
        if (pieces.isEmpty() || pieces.size() > PermitContent.MOST_PIECES) {
            throw RuleBroken.at("specimens", "acquisition.permit.pieces", PermitContent.MOST_PIECES);
        }
        return pieces;
    }

    private static PermitPiece piece(int number, AdmittedPiece piece) {
        return new PermitPiece(
                number, piece.caseId(), piece.sampleNo(), piece.position(), piece.mark(), piece.method());
    }

    private List<String> methods(Wanted wanted, Person operator) {
        return wanted.method().isEmpty()
                ? admission.awaited(wanted.mark(), operator).methods()
                : List.of(wanted.method());
    }

    /** Its operator, or an administrator of the laboratory, takes it back: what begins from now on is not taken. */
    public void revoke(String id, String reason) {
        visible(id);
        Permit permit = store.lock(id).orElseThrow(Permits::unknown);
        Person by = identity.acting();
        if (!mayRevoke(permit, by)) {
            throw new RuleBroken("acquisition.permit.otherOperator");
        }
        String why = FormValues.reason(reason, LONGEST_REASON);
        Instant now = CityTime.now(clock);
        if (!now.isBefore(permit.view().from())) {
            // It may have been used, and what came of it not have pleased.
            watch.tell(permit.view());
        }
        permit.revoke(why, by, now);
        record(permit, "permit.revoked", why, Map.of());
    }

    private static boolean mayRevoke(Permit permit, Person by) {
        return permit.isOf(by) || by.has(Role.LABADMIN) && by.lab().equals(Optional.of(permit.labCode()));
    }

    @Transactional(readOnly = true)
    public boolean mayRevoke(String id) {
        Permit permit = visible(id);
        return permit.revokedAt().isEmpty() && mayRevoke(permit, identity.acting());
    }

    /** Whether the acting person made it, and may hand it to the machine. */
    @Transactional(readOnly = true)
    public boolean isOwn(String id) {
        return visible(id).isOf(identity.acting());
    }

    /** Whether the acting person may make one at all. */
    public boolean mayMake() {
        return identity.acting().has(Role.TESTER);
    }

    @Transactional(readOnly = true)
    public PermitView permit(String id) {
        return visible(id).view();
    }

    /** The signed permit: for its operator, who hands it to the machine's host. */
    @Transactional(readOnly = true)
    public String token(String id) {
        Permit permit = visible(id);
        if (!permit.isOf(identity.acting())) {
            throw new RuleBroken("acquisition.permit.otherOperator");
        }
        return permit.token();
    }

    /** Newest first, of the reader's laboratory, of all for the station. */
    @Transactional(readOnly = true)
    public Paged<PermitView> page(int page, int size) {
        requireWatching();
        return new NewestFirst<>(entities, Permit.class, "madeAt", "id")
                .page(identity.scope().withinLab("labCode"), page, size)
                .map(Permit::view);
    }

    private void requireWatching() {
        if (!sight.watches()) {
            throw new NotFound("acquisition.permit.unknown");
        }
    }

    private Permit visible(String id) {
        requireWatching();
        return store.findById(id)
                .filter(permit -> sight.seesAll() || identity.acting().lab().equals(Optional.of(permit.labCode())))
                .orElseThrow(Permits::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("acquisition.permit.unknown");
    }

    private void record(Permit permit, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, permit.ledgerSubject(), null, reason, content));
    }
}
