package org.jianzheng.warning;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Predicate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warnings: raised once, explained by the laboratory, decided by the station. A laboratory sees its own. */
@Service
@Transactional
public class Warnings {

    private static final int LONGEST = 1000;

    private final WarningStore store;
    private final EntityManager entities;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Warnings(WarningStore store, EntityManager entities, Ledger ledger, Identity identity, Clock clock) {
        this.store = store;
        this.entities = entities;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Raises it as part of the caller's transaction. Raised again under the same key, nothing happens.
     *
     * @return its id, or that of the one that was there
     */
    public String raise(NewWarning found) {
        return store.findByWarningKey(found.key())
                .orElseGet(() -> {
                    Warning warning = store.save(new Warning(found, CityTime.now(clock)));
                    append(warning, "warning.raised", null, facts(found));
                    return warning;
                })
                .view()
                .id();
    }

    private static Map<String, Object> facts(NewWarning found) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", found.key());
        facts.put("rule", found.rule());
        facts.put("subject", found.subject().kind() + ":" + found.subject().id());
        facts.put("lab", found.labCode());
        facts.put("severity", found.severity().name());
        facts.put("sentence", found.sentence());
        facts.put("evidence", StoredJson.write(found.evidence()));
        return facts;
    }

    /** The laboratory's people say how it came about; once. */
    public void explain(String id, String text) {
        Warning warning = seen(id);
        if (!mayExplain() || !isOf(identity.acting(), warning)) {
            throw new RuleBroken("warning.explain.lab");
        }
        String said = new FormValues(Map.of("text", text)).required("text", LONGEST);
        warning.explain(said, identity.acting(), CityTime.now(clock));
        append(warning, "warning.explained", said, Map.of("explanation", said));
    }

    /**
     * The station decides; once.
     *
     * @param decision name of a {@link WarningDecision}; any other decides nothing
     */
    public void decide(String id, String decision, String text) {
        Warning warning = seen(id);
        if (!mayDecide()) {
            throw new RuleBroken("warning.decide.station");
        }
        FormValues form = new FormValues(Map.of("decision", decision, "text", text));
        WarningDecision made = WarningDecision.valueOf(
                form.choice("decision", WarningDecision.ACCEPTED.name(), WarningDecision.REJECTED.name()));
        String said = form.required("text", LONGEST);
        warning.decide(made, said, identity.acting(), CityTime.now(clock));
        append(warning, "warning.decided", said, Map.of("decision", made.name(), "text", said));
    }

    /** Whoever tests or leads there; who of them, is asked at each warning. */
    public boolean mayExplain() {
        Person acting = identity.acting();
        return acting.has(Role.LABADMIN) || acting.has(Role.TESTER);
    }

    public boolean mayDecide() {
        return identity.acting().ofStation();
    }

    /** Whether the acting person may know whose sample a warning is about: who tests it blind may not. */
    public boolean mayOpenCase() {
        return !identity.acting().testsOnly();
    }

    private static boolean isOf(Person person, Warning warning) {
        return person.lab().filter(warning.labCode()::equals).isPresent();
    }

    /** What a list is narrowed to; empty text for no matter. */
    public record Filter(String state, String severity, String rule, String lab) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Paged<WarningView> list(Filter filter, int page, int size) {
        return new NewestFirst<>(entities, Warning.class, "raisedAt", "id")
                .page(identity.scope().<Warning>withinLab("labCode").and(matching(filter)), page, size)
                .map(Warning::view);
    }

    /** @throws NotFound when there is none, or it is another laboratory's */
    @Transactional(readOnly = true)
    public WarningView find(String id) {
        return seen(id).view();
    }

    /** Those of a case in the order they were raised, for whoever may see the case. */
    @Transactional(readOnly = true)
    public List<WarningView> ofCase(String caseId) {
        return store.findByCaseIdOrderByRaisedAt(caseId).stream()
                .filter(this::sees)
                .map(Warning::view)
                .toList();
    }

    /** What waits for a word in any of the cases, for whoever may see it. */
    @Transactional(readOnly = true)
    public List<WarningView> openOf(Collection<String> caseIds) {
        return store.findByCaseIdInAndState(caseIds, WarningState.OPEN).stream()
                .filter(this::sees)
                .map(Warning::view)
                .toList();
    }

    /** Rules of which there are warnings. */
    @Transactional(readOnly = true)
    public List<String> rules() {
        return store.rules();
    }

    /** Laboratories of which there are warnings, for whoever sees more than their own. */
    @Transactional(readOnly = true)
    public List<String> labs() {
        return identity.scope().kind() == Scope.Kind.ALL ? store.labs() : List.of();
    }

    private Warning seen(String id) {
        return store.findById(id).filter(this::sees).orElseThrow(() -> new NotFound("warning.unknown"));
    }

    private boolean sees(Warning warning) {
        return identity.scope().seesLab(warning.labCode());
    }

    private static Specification<Warning> matching(Filter filter) {
        return (root, query, builder) -> {
            List<Predicate> all = new ArrayList<>();
            Map.of(
                            "state", filter.state(),
                            "severity", filter.severity(),
                            "ruleName", filter.rule(),
                            "labCode", filter.lab())
                    .forEach((attribute, wanted) -> {
                        if (!wanted.isEmpty()) {
                            all.add(builder.equal(root.get(attribute).as(String.class), wanted));
                        }
                    });
            return builder.and(all.toArray(Predicate[]::new));
        };
    }

    private void append(Warning warning, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, warning.ledgerSubject(), warning.caseId(), reason, content));
    }
}
