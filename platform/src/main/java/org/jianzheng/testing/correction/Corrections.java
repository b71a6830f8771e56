package org.jianzheng.testing.correction;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the package for modules and diagrams: proposing a correction, saying a word on it, carrying it out. */
@Service
@Transactional
public class Corrections {

    private static final int LONGEST = 500;
    private static final String PROPOSED = "correction.proposed";
    private static final String AGREED = "correction.agreed";
    private static final String REFUSED = "correction.refused";

    private final CorrectionStore store;
    private final CorrectionWarnings warnings;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Corrections(CorrectionStore store, CorrectionWarnings warnings, Ledger ledger, Identity identity, Clock clock) {
        this.store = store;
        this.warnings = warnings;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * The acting person asks for it. One that changes no verdict of an unsigned result needs nobody's word.
     *
     * @return its id
     * @throws RuleBroken where another one of the same subject is open
     */
    public String propose(CorrectionProposal proposal) {
        Person by = identity.acting();
        var correction =
                new Correction(UUID.randomUUID().toString(), proposal, asked(proposal, by), by, CityTime.now(clock));
        store.open(correction);
        var content = new LinkedHashMap<String, Object>();
        content.put("subject", proposal.subject().key());
        content.put("kind", proposal.kind().name());
        content.put("reason", proposal.cause().reason().name());
        content.put("before", proposal.effect().before());
        content.put("after", proposal.effect().after());
        content.put("changesVerdict", proposal.effect().changesVerdict());
        content.put(
                "changes",
                proposal.effect().changes().stream()
                        .map(change -> change.label() + ": " + change.before() + " → " + change.after())
                        .toList());
        record(PROPOSED, correction, proposal.cause().text(), content);
        return correction.id();
    }

    private static List<Consent> asked(CorrectionProposal proposal, Person by) {
        boolean unsigned = proposal.subject().kind() == CorrectionSubject.Kind.RESULT;
        if (unsigned && !proposal.effect().changesVerdict()) {
            return List.of();
        }
        if (!proposal.guarded()) {
            return List.of(Consent.HEAD);
        }
        var all = new ArrayList<>(List.of(Consent.values()));
        if (Consent.SITE.mayBeGivenBy(by, proposal.parties())) {
            // What they wrote when they asked for it is the site's request.
            all.remove(Consent.SITE);
        }
        return all;
    }

    /**
     * The acting person's word: {@code decision} GRANT or REFUSE and an {@code opinion}.
     *
     * @return whether they agree
     */
    public boolean say(String id, Consent consent, Map<String, ?> form) {
        var values = new FormValues(form);
        boolean grants = grants(values);
        values.required("opinion");
        String opinion = values.text("opinion", LONGEST);
        Correction correction = store.alone(id);
        Person by = identity.acting();
        store.add(correction.say(consent, grants, opinion, store.said(id), by, CityTime.now(clock)));
        record(
                grants ? AGREED : REFUSED,
                correction,
                opinion,
                Map.of("consent", consent.name(), "state", correction.state().name()));
        if (correction.state() == CorrectionState.DONE || correction.state() == CorrectionState.GRANTED) {
            warnings.granted(correction);
        }
        return grants;
    }

    /** The acting person takes back what they proposed. */
    public void withdraw(String id) {
        Correction correction = store.alone(id);
        correction.withdraw(identity.acting());
        record("correction.withdrawn", correction, null, Map.of());
    }

    private static boolean grants(FormValues values) {
        String decision = values.required("decision");
        return switch (decision) {
            case "GRANT" -> true;
            case "REFUSE" -> false;
            default -> throw RuleBroken.at("decision", "testing.correction.decision", decision);
        };
    }

    /** It has been carried out. @param conclusion what stands now; null where nothing does */
    public void done(String id, String conclusion) {
        Correction correction = store.alone(id);
        correction.done(conclusion);
        record("correction.done", correction, null, Map.of("conclusion", conclusion == null ? "" : conclusion));
    }

    /** @throws NotFound where there is none */
    @Transactional(readOnly = true)
    public CorrectionView find(String id) {
        return view(store.get(id));
    }

    /** The newest of that subject, whatever became of it. */
    @Transactional(readOnly = true)
    public Optional<CorrectionView> about(CorrectionSubject subject) {
        return store.newest(subject).map(this::view);
    }

    /** Oldest first. The caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<CorrectionView> ofCase(String caseId) {
        return store.ofCase(caseId).stream().map(this::view).toList();
    }

    /**
     * What was proposed and who agreed, as the ledger has it.
     *
     * @return empty where the ledger knows of no such proposal
     */
    @Transactional(readOnly = true)
    public Optional<CorrectionProof> proven(String id) {
        List<Ledger.Proven> entries = ledger.provenOf(Correction.subject(id));
        return of(entries, PROPOSED)
                .findFirst()
                .map(Ledger.Proven::content)
                .filter(proposed -> !proposed.isEmpty())
                .map(proposed -> new CorrectionProof(
                        CorrectionKind.valueOf(String.valueOf(proposed.get("kind"))),
                        String.valueOf(proposed.get("before")),
                        String.valueOf(proposed.get("after")),
                        Boolean.parseBoolean(String.valueOf(proposed.get("changesVerdict"))),
                        agreed(entries)));
    }

    private static Set<Consent> agreed(List<Ledger.Proven> entries) {
        if (of(entries, REFUSED).findAny().isPresent()) {
            return Set.of();
        }
        return of(entries, AGREED)
                .map(Ledger.Proven::content)
                .filter(word -> !word.isEmpty())
                .map(word -> Consent.valueOf(String.valueOf(word.get("consent"))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Ledger.Proven> of(List<Ledger.Proven> entries, String action) {
        return entries.stream().filter(entry -> entry.line().action().equals(action));
    }

    private CorrectionView view(Correction correction) {
        return correction.view(store.said(correction.id()));
    }

    private void record(String action, Correction correction, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, correction.ledgerSubject(), correction.caseId(), reason, content));
    }
}
