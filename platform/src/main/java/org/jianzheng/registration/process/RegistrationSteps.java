package org.jianzheng.registration.process;

import static org.jianzheng.workflow.step.Milestone.APPLICATION_RETURNED;
import static org.jianzheng.workflow.step.Milestone.APPLICATION_WITHDRAWN;
import static org.jianzheng.workflow.step.Milestone.APPLIED;
import static org.jianzheng.workflow.step.Milestone.REGISTERED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registration.ApplicationView;
import org.jianzheng.registration.Applications;
import org.jianzheng.registration.RegistrationPapers;
import org.jianzheng.registration.Registrations;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.RegistryChange;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What the diagram of a registration asks. */
@ProcessSteps("registration")
public class RegistrationSteps {

    private static final int FIRST_LINES = 5;
    /** No form has fields for many lines. */
    private static final String MANY = "";

    private final Registrations registrations;
    private final Applications applications;
    private final RegistrationPapers papers;
    private final DisplayNames names;
    private final ChineseText wording;

    RegistrationSteps(
            Registrations registrations,
            Applications applications,
            RegistrationPapers papers,
            DisplayNames names,
            ChineseText wording) {
        this.registrations = registrations;
        this.applications = applications;
        this.papers = papers;
        this.names = names;
        this.wording = wording;
    }

    /** Choices of the start form: what the acting person may apply for. */
    public List<Map<String, Object>> kinds() {
        return applications.kinds().stream()
                .map(kind -> option(wording.text("registration.kind." + kind), kind.name()))
                .toList();
    }

    /** Choices of the start form: for whom. */
    public List<Map<String, Object>> houses() {
        return applications.houses().stream()
                .map(path -> option(names.employer(path), path))
                .toList();
    }

    /** Choices of the start form: who can be the developer of a project. */
    public List<Map<String, Object>> developers() {
        return options(applications.firms("developers"));
    }

    /** Choices of the start form: who can build it. */
    public List<Map<String, Object>> contractors() {
        return options(applications.firms("contractors"));
    }

    /** Choices of the start form: who can supervise it. */
    public List<Map<String, Object>> supervisors() {
        return options(applications.firms("supervision"));
    }

    /** The same for an application that is put right. @param kind {@code contractors}, say */
    public List<Map<String, Object>> firmsOf(String caseId, String kind) {
        return options(applications.firms(caseId, kind));
    }

    private static List<Map<String, Object>> options(Map<String, String> firms) {
        return firms.entrySet().stream()
                .map(firm -> option(firm.getValue() + "（" + firm.getKey() + "）", firm.getKey()))
                .toList();
    }

    @Needs(not = {APPLIED, REGISTERED, APPLICATION_WITHDRAWN})
    @Gives(APPLIED)
    public void submit(String caseId, Map<String, Object> form) {
        registrations.submit(caseId, form);
    }

    /** What it is about in a few words, for the names of tasks. */
    public String titleOf(String caseId) {
        ApplicationView application = applications.find(caseId);
        return wording.text("registration.kind." + application.kind()) + " " + application.subject();
    }

    /** Group whose people put it right. */
    public String applicantOf(String caseId) {
        return applications.applicantGroup(caseId);
    }

    /** When the station should have decided, for the timer and the task. */
    @Needs({APPLIED, REGISTERED, APPLICATION_RETURNED, APPLICATION_WITHDRAWN})
    public String dueAt(String caseId) {
        return applications.find(caseId).dueAt().toString();
    }

    /** The application as the station reads it, ready formatted. */
    public Map<String, Object> sheet(String caseId) {
        ApplicationView application = applications.find(caseId);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("kind", wording.text("registration.kind." + application.kind()));
        sheet.put("house", names.employer(application.house()));
        sheet.put("applicant", application.submittedName() + " " + CityTime.minute(application.submittedAt()));
        sheet.put("entry", applications.lines(caseId) > 1 ? lot(caseId) : entry(caseId));
        sheet.put("papers", papers(caseId));
        sheet.put("page", "/registrations/" + caseId);
        sheet.put("lines", applications.lines(caseId) > 1 ? "/registrations/" + caseId + "/lines" : "");
        return sheet;
    }

    /** The form was filled before the files came, so it leads to where they are. */
    private String papers(String caseId) {
        String missing = papers.missingInWords(caseId);
        return wording.text(missing.isEmpty() ? "registration.sheet.papers" : "registration.sheet.missing", missing);
    }

    private String entry(String caseId) {
        return applications.asked(caseId).stream().map(RegistrationSteps::line).collect(Collectors.joining("\n"));
    }

    /** The first lines of many. */
    private String lot(String caseId) {
        Paged<List<String>> lines = applications.lines(caseId, 0, FIRST_LINES);
        String first = lines.items().stream()
                .map(line -> "· " + String.join("　", line))
                .collect(Collectors.joining("\n"));
        return wording.text("registration.lot.sheet", lines.total(), first);
    }

    private static String line(RegistryChange.Value value) {
        boolean changes = !value.before().isEmpty() && !value.before().equals(value.after());
        String now = value.after().isEmpty() ? "—" : value.after();
        return value.label() + "：" + now + (changes ? "（原为 " + value.before() + "）" : "");
    }

    /** @return whether the entries are registered now */
    @Needs(APPLIED)
    @Gives(on = "true", value = REGISTERED)
    @Gives(on = "false", value = APPLICATION_RETURNED)
    public boolean decide(String caseId, Map<String, Object> form) {
        return registrations.decide(caseId, form);
    }

    public void remind(String caseId) {
        registrations.remind(caseId);
    }

    public String kindOf(String caseId) {
        return applications.lines(caseId) > 1
                ? MANY
                : applications.find(caseId).kind().name();
    }

    public String reasonOf(String caseId) {
        return applications.find(caseId).reason();
    }

    /** The entry as a form of that kind takes it; personal numbers are typed again or stay. */
    public Map<String, Object> typed(String caseId, String kind) {
        EntryKind asked = EntryKind.valueOf(kind);
        Map<String, String> entry = applications.typed(caseId, asked);
        Map<String, Object> typed = new LinkedHashMap<>();
        for (EntryField field : asked.fields()) {
            String value = entry.get(field.key());
            if (value != null && !value.isEmpty()) {
                typed.put(field.key(), severally(field) ? List.of(value.split(",")) : value);
            }
        }
        return typed;
    }

    private static boolean severally(EntryField field) {
        return field.isOfCatalogue() || field.type() == EntryField.Type.CHOICES;
    }

    /** @return whether it was submitted again; otherwise it was withdrawn */
    @Needs(APPLICATION_RETURNED)
    @Gives(on = "true", value = APPLIED)
    @Gives(on = "false", value = APPLICATION_WITHDRAWN)
    public boolean correct(String caseId, Map<String, Object> form) {
        return registrations.correct(caseId, form);
    }

    private static Map<String, Object> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
