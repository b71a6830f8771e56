package org.jianzheng.registration;

import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryReader;
import org.jianzheng.registration.entry.EntryVocabulary;
import org.jianzheng.registration.rows.LoadedRegistries;
import org.jianzheng.registration.rows.RegistryRows;
import org.jianzheng.registration.rules.EntryRules;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Service;

/** Applications of many lines. */
@Service
public class BulkApplications {

    private final Applicants applicants;
    private final EntryReader entryReader;
    private final EntryRules rules;
    private final EntryVocabulary vocabulary;
    private final RegistryRows registryRows;
    private final Processes processes;

    BulkApplications(
            Applicants applicants,
            EntryReader entryReader,
            EntryRules rules,
            EntryVocabulary vocabulary,
            RegistryRows registryRows,
            Processes processes) {
        this.applicants = applicants;
        this.entryReader = entryReader;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.registryRows = registryRows;
        this.processes = processes;
    }

    /** @throws RuleBroken when the acting person may not apply for this */
    public ApplicationDraft open(EntryKind kind, String house) {
        applicants.require(kind, house);
        if (!kind.inLots()) {
            throw RuleBroken.at("kind", "registration.kind.alone");
        }
        return new ApplicationDraft(
                kind,
                house,
                entryReader,
                rules,
                vocabulary,
                new LoadedRegistries(registryRows),
                applicants.isOfStation());
    }

    /** @return id of the application, which is on its way to the station */
    public String submit(ApplicationDraft draft) {
        return processes.startByContent(
                "registration",
                Map.of("kind", draft.kind().name(), "house", draft.house(), ApplicationDraft.LINES, draft.entries()));
    }
}
