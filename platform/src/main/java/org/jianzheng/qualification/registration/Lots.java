package org.jianzheng.qualification.registration;

import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Service;

/** Applications of many lines. */
@Service
public class Lots {

    private final Applicants applicants;
    private final Intake intake;
    private final Rules rules;
    private final Vocabulary vocabulary;
    private final Shelf shelf;
    private final Processes processes;

    Lots(Applicants applicants, Intake intake, Rules rules, Vocabulary vocabulary, Shelf shelf, Processes processes) {
        this.applicants = applicants;
        this.intake = intake;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.shelf = shelf;
        this.processes = processes;
    }

    /** @throws RuleBroken when the acting person may not apply for this */
    public Draft open(Kind kind, String house) {
        applicants.require(kind, house);
        if (!kind.inLots()) {
            throw RuleBroken.at("kind", "registration.kind.alone");
        }
        return new Draft(kind, house, intake, rules, vocabulary, new Loaded(shelf), applicants.knowBetter());
    }

    /** @return id of the application, which is on its way to the station */
    public String submit(Draft draft) {
        return processes.startByContent(
                "registration",
                Map.of("kind", draft.kind().name(), "house", draft.house(), Draft.LINES, draft.entries()));
    }
}
