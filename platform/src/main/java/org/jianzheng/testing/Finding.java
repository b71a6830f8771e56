package org.jianzheng.testing;

import java.util.List;
import java.util.Map;

/**
 * What the evaluation of a pass says, in full; kept as it was said, whatever a later version of the software would say.
 *
 * @param methodSha256 of the folder of the catalogue that the case was ordered under; null of what is older than folders
 */
record Finding(
        String conclusion,
        String text,
        List<String> methodStandards,
        List<String> judgedBy,
        List<ResultView.RequirementRow> rows,
        List<Map<String, String>> specimens,
        Map<String, String> facts,
        List<ResultView.EvaluationLine> evaluations,
        String methodSha256) {

    Finding(
            String conclusion,
            String text,
            List<String> methodStandards,
            List<String> judgedBy,
            List<ResultView.RequirementRow> rows,
            List<Map<String, String>> specimens,
            Map<String, String> facts,
            List<ResultView.EvaluationLine> evaluations) {
        this(conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, null);
    }

    Finding under(String sha256) {
        return new Finding(conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, sha256);
    }

    /** The same figures with the conclusion that a person came to. */
    Finding decided(String conclusion, String text) {
        return new Finding(
                conclusion, text, methodStandards, judgedBy, rows, specimens, facts, evaluations, methodSha256);
    }
}
