package org.jianzheng.standards.web;

import java.util.List;
import java.util.Map;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * An evaluation in words.
 *
 * @param state colour and icon of the verdict, as {@code console/parts :: state} takes them; null without a verdict
 */
record TrialResult(String state, String verdict, List<Row> members, List<Row> limits, List<Row> decisions) {

    private static final Map<Verdict, String> STATES = Map.of(
            Verdict.PASS, "passed",
            Verdict.FAIL, "failed",
            Verdict.INVALID, "failed",
            Verdict.RETEST, "waiting",
            Verdict.REFER, "waiting",
            Verdict.PENDING, "waiting");

    /** @param note where a limit comes from; null elsewhere */
    record Row(String label, String value, String note) {}

    static TrialResult of(Evaluation evaluation, MethodWords words) {
        Verdict verdict = evaluation.verdict();
        return new TrialResult(
                verdict == null ? null : STATES.get(verdict),
                verdict == null ? null : words.value("verdict", verdict.name()),
                members(evaluation, words),
                limits(evaluation, words),
                decisions(evaluation, words));
    }

    private static List<Row> members(Evaluation evaluation, MethodWords words) {
        return evaluation.outcome().entrySet().stream()
                .filter(member -> !member.getKey().equals("verdict"))
                .map(member ->
                        new Row(words.member(member.getKey()), words.value(member.getKey(), member.getValue()), null))
                .toList();
    }

    private static List<Row> limits(Evaluation evaluation, MethodWords words) {
        return evaluation.limits().entrySet().stream()
                .map(limit -> limit(limit.getKey(), (Map<?, ?>) limit.getValue(), words))
                .toList();
    }

    private static Row limit(String item, Map<?, ?> limit, MethodWords words) {
        return new Row(words.member(item), words.limit(limit), String.valueOf(limit.get("standard")));
    }

    private static List<Row> decisions(Evaluation evaluation, MethodWords words) {
        return evaluation.decisions().entrySet().stream()
                .map(choice ->
                        new Row(words.decision(choice.getKey()), words.value(choice.getKey(), choice.getValue()), null))
                .toList();
    }
}
