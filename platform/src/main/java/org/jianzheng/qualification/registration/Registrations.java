package org.jianzheng.qualification.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.gate.Snapshots;
import org.jianzheng.records.Ledger;
import org.jianzheng.workflow.WorkingDays;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications for entries of the registries, from the form to the row (4.2.2.3, 5.3.3). */
@Service
@Transactional
public class Registrations implements CaseVisibility {

    private static final int LONGEST_REASON = 500;
    /** Working days the station has. */
    private static final int DAYS = 3;

    private final ApplicationStore store;
    private final Entries entries;
    private final Intake intake;
    private final Rules rules;
    private final Shelf shelf;
    private final History history;
    private final Applicants applicants;
    private final Announcing announcing;
    private final Readable readable;
    private final Snapshots snapshots;
    private final Ledger ledger;
    private final Identity identity;
    private final WorkingDays workingDays;
    private final Clock clock;

    Registrations(
            ApplicationStore store,
            Entries entries,
            Intake intake,
            Rules rules,
            Shelf shelf,
            History history,
            Applicants applicants,
            Announcing announcing,
            Readable readable,
            Snapshots snapshots,
            Ledger ledger,
            Identity identity,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.intake = intake;
        this.rules = rules;
        this.shelf = shelf;
        this.history = history;
        this.applicants = applicants;
        this.announcing = announcing;
        this.readable = readable;
        this.snapshots = snapshots;
        this.ledger = ledger;
        this.identity = identity;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What the acting person may apply for; empty for whoever applies for nothing. */
    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return applicants.kinds();
    }

    /** Houses the acting person may apply for. */
    @Transactional(readOnly = true)
    public List<String> houses() {
        return applicants.houses();
    }

    /** @throws RuleBroken when the form is wrong, the person may not apply for this, or a registry says otherwise */
    public void submit(String id, Map<String, ?> form) {
        FormValues typed = new FormValues(form);
        Kind kind = Kind.valueOf(typed.required("kind"));
        String house = typed.required("house");
        applicants.require(kind, house);
        submit(new Application(id, kind, house, identity.acting()), form, Map.of(), "registration.submitted");
    }

    private void submit(Application application, Map<String, ?> form, Map<String, String> before, String action) {
        Kind kind = application.kind();
        Map<String, String> entry = intake.entry(kind, application.house(), part(kind, form), before);
        rules.check(kind, application.house(), entry);
        Instant now = CityTime.now(clock);
        application.submit(kind.title(entry), identity.acting(), now, workingDays.endOfDayAfter(now, DAYS));
        append(
                application,
                action,
                null,
                Map.of("kind", kind.name(), "round", application.round(), "entry", Entries.lasting(entry)));
        store.saveAndFlush(application);
        entries.add(application, List.of(entry));
        announcing.submitted(application);
    }

    private static FormValues part(Kind kind, Map<String, ?> form) {
        return new FormValues(form.get(kind.group()) instanceof Map<?, ?> typed ? plain(typed) : Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> plain(Map<?, ?> typed) {
        return (Map<String, ?>) typed;
    }

    /** The station's decision. @return whether the entries are registered now */
    public boolean decide(String id, Map<String, ?> form) {
        FormValues typed = new FormValues(form);
        Application application = application(id);
        Instant now = CityTime.now(clock);
        if (typed.required("decision").equals("REFUSE")) {
            typed.required("reason");
            String why = typed.text("reason", LONGEST_REASON);
            application.refuse(why, identity.acting(), now);
            append(application, "registration.refused", why, Map.of());
            announcing.decided(application, false);
            return false;
        }
        application.approve(identity.acting(), now);
        List<Map<String, String>> asked = entries.of(id, application.round());
        asked.forEach(entry -> register(application, entry, now));
        snapshots.changed();
        append(
                application,
                "registration.approved",
                null,
                Map.of("entries", asked.stream().map(Entries::lasting).toList()));
        announcing.decided(application, true);
        return true;
    }

    // Days may have passed since it was applied for, so the rules are asked again.
    private void register(Application application, Map<String, String> entry, Instant now) {
        Kind kind = application.kind();
        rules.check(kind, application.house(), entry);
        Optional<Map<String, String>> before = shelf.same(kind, entry);
        shelf.put(kind, entry);
        if (kind == Kind.CALIBRATION) {
            shelf.calibrate(entry.get("equipmentCode"));
        }
        history.add(application, before.orElse(null), entry, identity.acting(), now);
    }

    /** What the applicant does with a returned application. @return whether it was submitted again, not withdrawn */
    public boolean correct(String id, Map<String, ?> form) {
        FormValues typed = new FormValues(form);
        Application application = application(id);
        if (typed.required("decision").equals("WITHDRAW")) {
            typed.required("reason");
            String why = typed.text("reason", LONGEST_REASON);
            application.withdraw(why);
            append(application, "registration.withdrawn", why, Map.of());
            return false;
        }
        applicants.require(application.kind(), application.house());
        submit(application, form, entry(application), "registration.corrected");
        return true;
    }

    /** The station has had its days. */
    public void remind(String id) {
        Application application = application(id);
        application.remind();
        append(application, "registration.overdue", null, Map.of());
        announcing.overdue(application);
    }

    @Transactional(readOnly = true)
    public ApplicationView find(String id) {
        return application(id).view();
    }

    /** Group whose people put it right when it is returned. */
    @Transactional(readOnly = true)
    public String applicantGroup(String id) {
        return Applicants.group(application(id).applicantPath());
    }

    /** What is asked for, with what stands in the registry now where that is another value. */
    @Transactional(readOnly = true)
    public List<Change.Value> asked(String id) {
        Application application = application(id);
        Map<String, String> entry = entry(application);
        Map<String, String> before = shelf.same(application.kind(), entry).orElse(Map.of());
        return readable.values(application.kind(), before, entry);
    }

    /** The entry as its form takes it, without personal numbers; empty for a form of another kind. */
    @Transactional(readOnly = true)
    public Map<String, String> typed(String id, Kind kind) {
        Application application = application(id);
        return application.kind() == kind ? entry(application) : Map.of();
    }

    /** What it changed; empty until it is approved. */
    @Transactional(readOnly = true)
    public List<Change> changes(String id) {
        application(id);
        return history.by(id);
    }

    /** Applications the acting person may see, newest first. @param status name of one, or empty for any */
    @Transactional(readOnly = true)
    public Paged<ApplicationView> list(String search, String status, int page, int size) {
        Specification<Application> matching = (root, query, builder) -> {
            String pattern = "%"
                    + search.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            var found = builder.like(root.get("subjectName"), pattern, '\\');
            return status.isEmpty()
                    ? found
                    : builder.and(found, builder.equal(root.get("status").as(String.class), status));
        };
        var rows = store.findAll(
                within().and(matching), PageRequest.of(page, size, Sort.by(Sort.Direction.DESC, "submittedAt", "id")));
        return new Paged<>(rows.map(Application::view).getContent(), rows.getTotalElements());
    }

    private Specification<Application> within() {
        Person person = identity.acting();
        String own = person.employer().orElse("");
        boolean all = identity.scope().kind() == Scope.Kind.ALL;
        return (root, query, builder) -> all
                ? builder.conjunction()
                : builder.or(builder.equal(root.get("house"), own), builder.equal(root.get("applicantPath"), own));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String caseId) {
        String own = identity.acting().employer().orElse("");
        boolean all = identity.scope().kind() == Scope.Kind.ALL;
        return store.findById(caseId)
                .filter(found -> all
                        || found.house().equals(own)
                        || found.applicantPath().equals(own))
                .isPresent();
    }

    @Override
    public String page(String caseId) {
        return "/registrations/" + caseId;
    }

    private Map<String, String> entry(Application application) {
        return entries.of(application.id(), application.round()).get(0);
    }

    private void append(Application application, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, application.ledgerSubject(), application.id(), reason, content));
    }

    private Application application(String id) {
        return store.findById(id).orElseThrow(() -> new NotFound("registration.unknown"));
    }
}
