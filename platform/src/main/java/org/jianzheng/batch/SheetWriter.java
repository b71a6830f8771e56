package org.jianzheng.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.registry.Project;
import org.jianzheng.standards.evaluation.Evaluation;

/** Words the sheet of an evaluation. */
final class SheetWriter {

    private final String no;
    private final Project project;
    private final BatchChoice.Extent extent;
    private final BatchSelection selection;
    private final Map<String, String> evaluatedIn;

    /** @param evaluatedIn by report, the standing evaluation that counts it */
    SheetWriter(
            String no,
            Project project,
            BatchChoice.Extent extent,
            BatchSelection selection,
            Map<String, String> evaluatedIn) {
        this.no = no;
        this.project = project;
        this.extent = extent;
        this.selection = selection;
        this.evaluatedIn = evaluatedIn;
    }

    EvaluationSheet finished(
            EvaluationSheet.OtherMixes mixes, EvaluationSheet.Outcome outcome, EvaluationSheet.Done done) {
        return new EvaluationSheet(
                no,
                new EvaluationSheet.Site(
                        project.code(),
                        project.name(),
                        project.developer().name(),
                        project.contractor().name(),
                        project.supervision().name()),
                selection.criteria(),
                extent,
                selection.taken().stream()
                        .map(group -> EvaluationSheet.Line.of(group, null, null))
                        .toList(),
                leftOut(done),
                selection.uncounted().stream()
                        .map(group ->
                                EvaluationSheet.Line.of(group, group.uncounted().name(), null))
                        .toList(),
                mixes,
                outcome,
                done);
    }

    // What stands in an evaluation whose place this one takes stands in none any more.
    private List<EvaluationSheet.Line> leftOut(EvaluationSheet.Done done) {
        return selection.leftOut().stream()
                .map(one -> {
                    String in = evaluatedIn.get(one.group().reportNo());
                    return EvaluationSheet.Line.of(
                            one.group(), one.fate().name(), done.supersedes().contains(in) ? null : in);
                })
                .toList();
    }

    static EvaluationSheet.Outcome outcome(Evaluation evaluation, KnownSigma sigma) {
        Map<String, String> decisions = texts(evaluation.decisions());
        return new EvaluationSheet.Outcome(
                decisions.get("procedure"),
                sigma,
                texts(evaluation.outcome()),
                limits(evaluation.limits()),
                decisions,
                evaluation.verdict().name());
    }

    private static List<EvaluationSheet.Limit> limits(Map<String, Object> limits) {
        List<EvaluationSheet.Limit> all = new ArrayList<>();
        limits.forEach((figure, limit) -> {
            Map<?, ?> of = (Map<?, ?>) limit;
            all.add(new EvaluationSheet.Limit(
                    figure,
                    text(of.get("relation")),
                    text(of.get("value")),
                    text(of.get("unit")),
                    text(of.get("standard"))));
        });
        return all;
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                texts.put(key, text(value));
            }
        });
        return texts;
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
