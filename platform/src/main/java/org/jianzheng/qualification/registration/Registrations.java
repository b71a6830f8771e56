package org.jianzheng.qualification.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
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
    private final Registering registering;
    private final History history;
    private final Applicants applicants;
    private final Announcing announcing;
    private final Readable readable;
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
            Registering registering,
            History history,
            Applicants applicants,
            Announcing announcing,
            Readable readable,
            Ledger ledger,
            Identity identity,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.intake = intake;
        this.rules = rules;
        this.shelf = shelf;
        this.registering = registering;
        this.history = history;
        this.applicants = applicants;
        this.announcing = announcing;
        this.readable = readable;
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
        Application application = new Application(id, kind, house, identity.acting());
        List<Map<String, String>> asked = Draft.in(form).orElseGet(() -> List.of(entry(application, form, Map.of())));
        submit(application, asked, "registration.submitted");
    }

    private Map<String, String> entry(Application application, Map<String, ?> form, Map<String, String> before) {
        Kind kind = application.kind();
        Map<String, String> entry = intake.entry(kind, application.house(), part(kind, form), before);
        rules.check(kind, application.house(), entry);
        return entry;
    }

    private void submit(Application application, List<Map<String, String>> asked, String action) {
        Kind kind = application.kind();
        Instant now = CityTime.now(clock);
        application.submit(readable.subject(kind, asked), identity.acting(), now, workingDays.endOfDayAfter(now, DAYS));
        append(
                application,
                action,
                null,
                Map.of("kind", kind.name(), "round", application.round(), "entry", Entries.evidence(asked)));
        store.saveAndFlush(application);
        entries.add(application, asked);
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
        List<Map<String, String>> asked = entries.of(application);
        registering.register(application, asked, now);
        append(application, "registration.approved", null, Map.of("entries", Entries.evidence(asked)));
        announcing.decided(application, true);
        return true;
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
        if (entries.count(application) > 1) {
            throw RuleBroken.at("decision", "registration.lot.correct");
        }
        submit(application, List.of(entry(application, form, entry(application))), "registration.corrected");
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
        return application.kind() == kind && entries.count(application) == 1 ? entry(application) : Map.of();
    }

    /** How many lines it has. */
    @Transactional(readOnly = true)
    public int lines(String id) {
        return entries.count(application(id));
    }

    /** Its lines as people read them, in the order of the kind's fields. The caller has checked who may know. */
    @Transactional(readOnly = true)
    public Paged<List<String>> lines(String id, int page, int size) {
        Application application = application(id);
        List<List<String>> rows = entries.part(application, page * size, size).stream()
                .map(entry -> readable.row(application.kind(), entry))
                .toList();
        return new Paged<>(rows, entries.count(application));
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
        return entries.part(application, 0, 1).get(0);
    }

    private void append(Application application, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, application.ledgerSubject(), application.id(), reason, content));
    }

    private Application application(String id) {
        return store.findById(id).orElseThrow(() -> new NotFound("registration.unknown"));
    }
}
