package org.jianzheng.registration;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.entry.RegistryChange;
import org.jianzheng.registration.rows.RegistryRows;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications to read: a house its own, the station all. */
@Service
@Transactional(readOnly = true)
public class Applications implements CaseVisibility {

    private final ApplicationStore store;
    private final EntityManager entities;
    private final ApplicationEntries entries;
    private final RegistryRows registryRows;
    private final RegistryHistory history;
    private final Applicants applicants;
    private final EntryWords entryWords;
    private final Identity identity;

    Applications(
            ApplicationStore store,
            EntityManager entities,
            ApplicationEntries entries,
            RegistryRows registryRows,
            RegistryHistory history,
            Applicants applicants,
            EntryWords entryWords,
            Identity identity) {
        this.store = store;
        this.entities = entities;
        this.entries = entries;
        this.registryRows = registryRows;
        this.history = history;
        this.applicants = applicants;
        this.entryWords = entryWords;
        this.identity = identity;
    }

    /** What the acting person may apply for; empty for whoever applies for nothing. */
    public List<EntryKind> kinds() {
        return applicants.kinds();
    }

    /** Houses the acting person may apply for. */
    public List<String> houses() {
        return applicants.houses();
    }

    /** Organisations that may be named in a project, by code; none for whoever may not apply for one. */
    public Map<String, String> firms(String kind) {
        return kinds().contains(EntryKind.PROJECT) ? applicants.firms(kind) : Map.of();
    }

    /** The same for an application that is put right, whoever acts; none for one of something else. */
    public Map<String, String> firms(String id, String kind) {
        return store.get(id).kind() == EntryKind.PROJECT ? applicants.firms(kind) : Map.of();
    }

    public ApplicationView find(String id) {
        return store.get(id).view();
    }

    /** Group whose people put it right when it is returned. */
    public String applicantGroup(String id) {
        return Applicants.group(store.get(id).applicantPath());
    }

    /** What is asked for, with what stands in the registry now where that is another value. */
    public List<RegistryChange.Value> asked(String id) {
        Application application = store.get(id);
        Map<String, String> entry = entry(application);
        Map<String, String> before =
                registryRows.same(application.kind(), entry).orElse(Map.of());
        return entryWords.values(application.kind(), before, entry);
    }

    /** The entry as its form takes it, without personal numbers; empty for a form of another kind. */
    public Map<String, String> typed(String id, EntryKind kind) {
        Application application = store.get(id);
        return application.kind() == kind && entries.count(application) == 1 ? entry(application) : Map.of();
    }

    /** How many lines it has. */
    public int lines(String id) {
        return entries.count(store.get(id));
    }

    /** Its lines as people read them, in the order of the kind's fields. The caller has checked who may know. */
    public Paged<List<String>> lines(String id, int page, int size) {
        Application application = store.get(id);
        List<List<String>> rows = entries.part(application, page * size, size).stream()
                .map(entry -> entryWords.row(application.kind(), entry))
                .toList();
        return new Paged<>(rows, entries.count(application));
    }

    /** What it changed; empty until it is approved. */
    public List<RegistryChange> changes(String id) {
        store.get(id);
        return history.by(id);
    }

    /** Applications the acting person may see, newest first. @param status name of one, or empty for any */
    public Paged<ApplicationView> list(String search, String status, int page, int size) {
        Specification<Application> matching = (root, query, builder) -> status.isEmpty()
                ? builder.conjunction()
                : builder.equal(root.get("status").as(String.class), status);
        return new NewestFirst<>(entities, Application.class, "submittedAt", "id")
                .page(within().and(matching).and(SearchText.in(search, "subjectName")), page, size)
                .map(Application::view);
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
}
