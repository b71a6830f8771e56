package org.jianzheng.testing;

import java.util.List;
import java.util.Map;

/** What the evaluation of a pass says, in full; kept as it was said, whatever a later version of the software would say. */
record Finding(
        String conclusion,
        String text,
        List<String> methodStandards,
        List<String> judgedBy,
        List<ResultView.RequirementRow> rows,
        List<Map<String, String>> specimens,
        Map<String, String> facts,
        List<ResultView.EvaluationLine> evaluations) {

    /** The same figures with the conclusion that a person came to. */
    Finding decided(String conclusion, String text) {
        return new Finding(conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations);
    }
}
