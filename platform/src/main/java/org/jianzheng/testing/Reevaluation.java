package org.jianzheng.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.order.TestResult;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.procedure.ResultView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this version would say of evaluations that an earlier one made. Only reads: what was said stays said. */
@Component
public class Reevaluation {

    private final TestStore store;
    private final Standards standards;
    private final Catalogue catalogue;

    Reevaluation(TestStore store, Standards standards, Catalogue catalogue) {
        this.store = store;
        this.standards = standards;
        this.catalogue = catalogue;
    }

    /**
     * A verdict that would be another one now.
     *
     * @param was as it stands, or null where the method passed no judgement
     * @param now null where the method passes none now
     * @param refused why the same inputs are no evaluation any more; null where they are
     */
    public record Changed(String method, Verdict was, Verdict now, RuleBroken refused) {}

    /** Of the current result of the case; empty where it was made by this very version under the present folder. */
    @Transactional(readOnly = true)
    public List<Changed> of(String caseId) {
        return store.results(caseId).stream()
                .findFirst()
                .filter(result -> !isOfToday(result, store.order(caseId).item()))
                .map(result -> changed(result.finding().evaluations(), standards::evaluate))
                .orElse(List.of());
    }

    // The tables of limits are the jar's, the folder may be the operator's.
    private boolean isOfToday(TestResult result, String item) {
        boolean sameFolder = catalogue
                .find(item)
                .filter(present -> present.sha256().equals(result.finding().methodSha256()))
                .isPresent();
        return sameFolder
                && !SoftwareVersion.isUnknown()
                && SoftwareVersion.text().equals(result.softwareVersion());
    }

    static List<Changed> changed(
            List<ResultView.EvaluationLine> lines, BiFunction<String, Map<String, Object>, Evaluation> standards) {
        return lines.stream()
                .map(line -> changed(line, standards))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Changed> changed(
            ResultView.EvaluationLine line, BiFunction<String, Map<String, Object>, Evaluation> standards) {
        try {
            Verdict now = standards.apply(line.method(), line.inputs()).verdict();
            return now == line.verdict()
                    ? Optional.empty()
                    : Optional.of(new Changed(line.method(), line.verdict(), now, null));
        } catch (RuleBroken refused) {
            return Optional.of(new Changed(line.method(), line.verdict(), null, refused));
        }
    }
}
