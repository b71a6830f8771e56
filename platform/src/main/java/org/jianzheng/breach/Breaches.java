package org.jianzheng.breach;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.breach.openwork.OpenWork;
import org.jianzheng.breach.openwork.RunningTest;
import org.jianzheng.breach.openwork.RunningTests;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SearchText;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Breaches of qualification: the loop from discovery to closure (4.1.11, 5.3.3). A laboratory sees its own. */
@Service
@Transactional
public class Breaches implements CaseVisibility {

    private final BreachStore store;
    private final EntityManager entities;
    private final BreachActs acts;
    private final BreachHandling handling;
    private final Suspensions suspensions;
    private final OpenWork openWork;
    private final RunningTests running;
    private final Identity identity;
    private final Clock clock;

    Breaches(
            BreachStore store,
            EntityManager entities,
            BreachActs acts,
            BreachHandling handling,
            Suspensions suspensions,
            OpenWork openWork,
            RunningTests running,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.entities = entities;
        this.acts = acts;
        this.handling = handling;
        this.suspensions = suspensions;
        this.openWork = openWork;
        this.running = running;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String caseId) {
        return store.findById(caseId).filter(this::seen).isPresent();
    }

    @Override
    public String page(String caseId) {
        return "/breaches/" + caseId;
    }

    private boolean seen(Breach breach) {
        return identity.scope().seesLab(breach.labCode());
    }

    /** What a list is narrowed to; empty text for no matter. */
    public record Filter(String search, String state, String rule, String lab) {}

    /** Newest first. @param state {@code OPEN}, {@code OVERDUE}, or name of a {@link BreachState} */
    @Transactional(readOnly = true)
    public Paged<BreachView> list(Filter filter, int page, int size) {
        Specification<Breach> where = identity.scope()
                .<Breach>withinLab("labCode")
                .and(matching(filter, CityTime.now(clock)))
                .and(SearchText.in(filter.search(), "breachNo", "reason"));
        return new NewestFirst<>(entities, Breach.class, "openedAt", "id")
                .page(where, page, size)
                .map(Breach::view);
    }

    /** How many are open and overdue, and the open ones with the nearest limit, the longest overdue first. */
    public record Standing(long open, long overdue, List<BreachView> next) {}

    @Transactional(readOnly = true)
    public Standing standing(int lines) {
        Instant now = CityTime.now(clock);
        Specification<Breach> limited = (root, query, builder) ->
                builder.and(open(root, builder), root.get("dueAt").isNotNull());
        Specification<Breach> open = (root, query, builder) -> open(root, builder);
        return new Standing(
                store.count(identity.scope().<Breach>withinLab("labCode").and(open)),
                store.count(identity.scope()
                        .<Breach>withinLab("labCode")
                        .and(matching(new Filter("", "OVERDUE", "", ""), now))),
                store.findAll(
                                identity.scope().<Breach>withinLab("labCode").and(limited),
                                PageRequest.of(0, lines, Sort.by("dueAt", "id")))
                        .map(Breach::view)
                        .getContent());
    }

    private static Predicate open(Root<Breach> root, CriteriaBuilder builder) {
        return builder.notEqual(root.get("state"), BreachState.CLOSED);
    }

    private static Specification<Breach> matching(Filter filter, Instant now) {
        return (root, query, builder) -> {
            List<Predicate> all = new ArrayList<>();
            switch (filter.state()) {
                case "" -> all.add(builder.conjunction());
                case "OPEN" -> all.add(open(root, builder));
                case "OVERDUE" -> all.add(builder.lessThan(root.get("dueAt"), now));
                default -> all.add(builder.equal(root.get("state").as(String.class), filter.state()));
            }
            if (!filter.rule().isEmpty()) {
                all.add(builder.equal(root.get("ruleName").as(String.class), filter.rule()));
            }
            if (!filter.lab().isEmpty()) {
                all.add(builder.equal(root.get("labCode"), filter.lab()));
            }
            return builder.and(all.toArray(Predicate[]::new));
        };
    }

    /** @throws NotFound when there is none, or it is another laboratory's */
    @Transactional(readOnly = true)
    public BreachView find(String id) {
        return store.findById(id)
                .filter(this::seen)
                .map(Breach::view)
                .orElseThrow(() -> new NotFound("breach.unknown"));
    }

    /** Everything said and decided, in order. */
    @Transactional(readOnly = true)
    public List<BreachActView> story(String id) {
        return acts.findByBreachIdOrderByDoneAt(find(id).id()).stream()
                .map(BreachAct::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<SuspensionView> suspensions(String id) {
        return suspensions.of(find(id).id());
    }

    /** Cases held by its suspensions; none for whoever tests them without names. */
    @Transactional(readOnly = true)
    public List<OpenCase> held(String id) {
        return identity.acting().testsOnly() ? List.of() : suspensions.held(find(id).id());
    }

    /** Open cases that what was found concerns today; none for whoever tests them without names. */
    @Transactional(readOnly = true)
    public List<OpenCase> affected(String id) {
        BreachView breach = find(id);
        if (identity.acting().testsOnly()) {
            return List.of();
        }
        List<String> items = breach.item() == null
                ? Catalogue.current().items().stream().map(TestItem::code).toList()
                : List.of(breach.item());
        List<OpenCase> open = openWork.on(breach.labCode(), items);
        if (!breach.rule().name().startsWith("PERSON_")) {
            return open;
        }
        List<String> theirs = running.all().stream()
                .filter(test -> test.tester().equals(breach.subject()))
                .map(RunningTest::caseId)
                .toList();
        return open.stream()
                .filter(one -> theirs.contains(one.caseId()) || one.caseId().equals(breach.foundCase()))
                .toList();
    }

    public boolean mayLift(String id) {
        return identity.acting().ofStation()
                && suspensions(id).stream().anyMatch(one -> one.runs(CityTime.today(clock)));
    }

    /** Ends the suspensions of a breach before their day. */
    public void lift(String id, String reason) {
        find(id);
        if (!identity.acting().ofStation()) {
            throw new RuleBroken("breach.lift.station");
        }
        handling.lift(id, FormValues.reason(reason, 400));
    }

    /** When whoever is waited for has to have acted, for the diagram's timers. */
    @Transactional(readOnly = true)
    public Instant dueAt(String id) {
        return handling.breach(id).dueAt();
    }

    /** The breach without asking who asks: for forms of its own process. */
    @Transactional(readOnly = true)
    public BreachView ofProcess(String id) {
        return handling.breach(id).view();
    }

    @Transactional(readOnly = true)
    public List<BreachActView> storyOfProcess(String id) {
        return acts.findByBreachIdOrderByDoneAt(id).stream()
                .map(BreachAct::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<SuspensionView> suspensionsOfProcess(String id) {
        return suspensions.of(id);
    }
}
