package org.jianzheng.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryReader;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.entry.PaperUse;
import org.jianzheng.registration.rules.EntryRules;
import org.jianzheng.registry.Registry;
import org.jianzheng.workflow.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications for entries of the registries, from the form to the row (4.2.2.3, 5.3.3). */
@Service
@Transactional
public class Registrations {

    private static final String SUBMITTED = "registration.submitted";
    private static final String CORRECTED = "registration.corrected";
    private static final Set<String> SUBMITTING = Set.of(SUBMITTED, CORRECTED);
    private static final int LONGEST_REASON = 500;
    /** Working days the station has. */
    private static final int DAYS = 3;

    private final ApplicationStore store;
    private final ApplicationEntries entries;
    private final EntryReader entryReader;
    private final EntryRules rules;
    private final RegistryWriter writer;
    private final Applicants applicants;
    private final NeededPapers needed;
    private final PaperFiling filing;
    private final Registry registry;
    private final ApplicationNotices notices;
    private final EntryWords entryWords;
    private final Ledger ledger;
    private final Identity identity;
    private final WorkingDays workingDays;
    private final Clock clock;

    Registrations(
            ApplicationStore store,
            ApplicationEntries entries,
            EntryReader entryReader,
            EntryRules rules,
            RegistryWriter writer,
            Applicants applicants,
            NeededPapers needed,
            PaperFiling filing,
            Registry registry,
            ApplicationNotices notices,
            EntryWords entryWords,
            Ledger ledger,
            Identity identity,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.entryReader = entryReader;
        this.rules = rules;
        this.writer = writer;
        this.applicants = applicants;
        this.needed = needed;
        this.filing = filing;
        this.registry = registry;
        this.notices = notices;
        this.entryWords = entryWords;
        this.ledger = ledger;
        this.identity = identity;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @throws RuleBroken when the form is wrong, the person may not apply for this, or a registry says otherwise */
    public void submit(String id, Map<String, ?> form) {
        FormValues typed = new FormValues(form);
        EntryKind kind = EntryKind.valueOf(typed.required("kind"));
        applicants.require(kind, typed.required("house"));
        Application application = new Application(id, kind, house(kind, typed), identity.acting());
        List<Map<String, String>> asked =
                ApplicationDraft.in(form).orElseGet(() -> List.of(entry(application, form, Map.of())));
        submit(application, asked, SUBMITTED);
    }

    // A new laboratory is no house to choose yet: it becomes one by being approved.
    private static String house(EntryKind kind, FormValues typed) {
        return kind == EntryKind.LAB
                ? "labs/" + KeyText.written(part(kind, typed.values()).text("code"))
                : typed.text("house");
    }

    private Map<String, String> entry(Application application, Map<String, ?> form, Map<String, String> before) {
        EntryKind kind = application.kind();
        Map<String, String> typed = entryReader.entry(kind, application.house(), part(kind, form), before);
        Map<String, String> entry = rules.spelled(kind, typed);
        rules.check(kind, application.house(), entry);
        if (!applicants.isOfStation()) {
            rules.alike(kind, entry).ifPresent(Registrations::refuse);
        }
        return entry;
    }

    private static void refuse(RuleBroken broken) {
        throw broken;
    }

    private void submit(Application application, List<Map<String, String>> asked, String action) {
        EntryKind kind = application.kind();
        Instant now = CityTime.now(clock);
        application.submit(
                entryWords.subject(kind, asked), identity.acting(), now, workingDays.endOfDayAfter(now, DAYS));
        append(
                application,
                action,
                null,
                Map.of("kind", kind.name(), "round", application.round(), "entry", ApplicationEntries.evidence(asked)));
        store.saveAndFlush(application);
        entries.add(application, asked);
        notices.submitted(application, needed.missing(application, asked));
    }

    private static FormValues part(EntryKind kind, Map<String, ?> form) {
        return new FormValues(form.get(kind.group()) instanceof Map<?, ?> typed ? plain(typed) : Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> plain(Map<?, ?> typed) {
        return (Map<String, ?>) typed;
    }

    /** The station's decision. @return whether the entries are registered now */
    public boolean decide(String id, Map<String, ?> form) {
        if (!identity.acting().ofStation()) {
            throw new RuleBroken("registration.station.only");
        }
        FormValues typed = new FormValues(form);
        Application application = store.get(id);
        Instant now = CityTime.now(clock);
        if (typed.choice("decision", "APPROVE", "REFUSE").equals("REFUSE")) {
            String why = typed.required("reason", LONGEST_REASON);
            application.refuse(why, applicants(application), identity.acting(), now);
            append(application, "registration.refused", why, Map.of());
            notices.decided(application, false);
            return false;
        }
        approve(application, typed.text("because", LONGEST_REASON), now);
        notices.decided(application, true);
        return true;
    }

    // Returned and submitted again by a colleague, it is theirs all the same.
    private Set<String> applicants(Application application) {
        return ledger.ofSubject(application.ledgerSubject()).stream()
                .filter(entry -> SUBMITTING.contains(entry.action()))
                .map(LedgerLine::actor)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param because why somebody much like another is somebody else; empty where nobody is like another */
    private void approve(Application application, String because, Instant now) {
        registry.alone();
        entries.requireIntact(application);
        List<Map<String, String>> asked = entries.of(application);
        Map<PaperUse, Integer> missing = needed.missing(application, asked);
        // An old register comes as one workbook and its papers by and by: the station sees how many are missing, and
        // decides.
        if (asked.size() == 1 && !missing.isEmpty()) {
            throw RuleBroken.at(
                    "decision",
                    "registration.paper.missing",
                    entryWords.papers(missing),
                    "/registrations/" + application.id());
        }
        application.approve(applicants(application), identity.acting(), now);
        List<String> alike = writer.register(application, asked, !because.isEmpty(), now);
        List<String> papers = filing.file(application, asked, now);
        append(
                application,
                "registration.approved",
                because.isEmpty() ? null : because,
                Map.of(
                        "entries",
                        ApplicationEntries.evidence(asked),
                        "papers",
                        papers,
                        "papersMissing",
                        missing,
                        "alike",
                        alike));
    }

    /** What the applicant does with a returned application. @return whether it was submitted again, not withdrawn */
    public boolean correct(String id, Map<String, ?> form) {
        FormValues typed = new FormValues(form);
        Application application = store.get(id);
        applicants.require(application.kind(), application.house());
        if (typed.choice("decision", "RESUBMIT", "WITHDRAW").equals("WITHDRAW")) {
            String why = typed.required("reason", LONGEST_REASON);
            application.withdraw(why);
            append(application, "registration.withdrawn", why, Map.of());
            return false;
        }
        if (entries.count(application) > 1) {
            throw RuleBroken.at("decision", "registration.lot.correct");
        }
        submit(application, List.of(entry(application, form, entry(application))), CORRECTED);
        return true;
    }

    /** The station has had its days. */
    public void remind(String id) {
        Application application = store.get(id);
        application.remind();
        append(application, "registration.overdue", null, Map.of());
        notices.overdue(application);
    }

    private Map<String, String> entry(Application application) {
        return entries.part(application, 0, 1).get(0);
    }

    private void append(Application application, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, application.ledgerSubject(), application.id(), reason, content));
    }
}
