package org.jianzheng.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.reporting.Verification.Fact;
import org.jianzheng.reporting.Verification.Single;
import org.jianzheng.reporting.proof.ReportProof;

/** What the public page shows of a proven report: everything that a forger of paper would change, and no person's name. */
final class PublicFacts {

    /** In the order they are shown. Sampler, witness and remarks may name people and are left out. */
    private static final List<String> SHOWN = List.of(
            "replacesReportNo",
            "originalReportNo",
            "failedBefore",
            "projectName",
            "part",
            "client",
            "contractor",
            "nature",
            "commissionNo",
            "sampleNo",
            "sampleName",
            "grade",
            "kind",
            "spliceClass",
            "size",
            "diameter",
            "manufacturer",
            "batchNo",
            "heatNo",
            "mixNo",
            "represents",
            "specimenCount",
            "curing",
            "age",
            "madeOn",
            "receivedOn",
            "testedOn",
            "methodStandards",
            "judgedBy",
            "bend",
            "purpose");

    /** Keys of a line that say where it stands, not what was found. */
    private static final Set<String> PLACES = Set.of("set", "no", "mark");

    private static final List<String> ORDER = List.of(
            "age",
            "parameter",
            "size",
            "diameter",
            "area",
            "load",
            "yieldForce",
            "maxForce",
            "strength",
            "rel",
            "rm",
            "elongation",
            "agt",
            "rmOverRel",
            "relOverStandard",
            "place",
            "mode",
            "failure",
            "v1",
            "v2",
            "v3",
            "v4",
            "v5",
            "v6",
            "representative",
            "rule",
            "factor",
            "percent");

    private PublicFacts() {}

    static Verification.Facts of(ReportProof proof) {
        var content = ReportContent.read(proof.content());
        var text = content.text();
        return new Verification.Facts(
                proof.reportNo(),
                text.get("title"),
                text.get("labName"),
                proof.conclusion(),
                text.get("conclusion"),
                proof.issuedOn(),
                MaskedName.of(text.get("signatoryName")),
                lines(text),
                content.items(),
                singles(content.rows()),
                note(text),
                proof.standing().replacedBy(),
                proof.pdfSha256());
    }

    private static List<Fact> lines(Map<String, String> text) {
        return SHOWN.stream()
                .filter(text::containsKey)
                .map(key -> new Fact(key, text.get(key)))
                .toList();
    }

    private static String note(Map<String, String> text) {
        String mark = text.get("mark");
        return mark == null || mark.isBlank() ? null : mark;
    }

    private static List<Single> singles(List<Map<String, String>> rows) {
        var keys = new ArrayList<>(ORDER);
        // What a later edition prints besides is shown all the same, at the end.
        rows.stream().flatMap(row -> row.keySet().stream()).sorted().forEach(key -> {
            if (!keys.contains(key) && !PLACES.contains(key)) {
                keys.add(key);
            }
        });
        return keys.stream()
                .filter(key -> rows.stream().anyMatch(row -> row.containsKey(key)))
                .map(key -> single(key, rows))
                .toList();
    }

    private static Single single(String key, List<Map<String, String>> rows) {
        var values = rows.stream().map(row -> row.getOrDefault(key, "—")).toList();
        boolean one =
                values.stream().distinct().count() == 1 && Set.copyOf(values).size() == 1 && common(key);
        return one ? new Single(key, values.subList(0, 1), rows.size()) : new Single(key, values, 1);
    }

    /** Dimensions and what is evaluated of all together stand once; a measured value stands at its specimen. */
    private static boolean common(String key) {
        return Set.of("size", "diameter", "area", "representative", "rule", "factor", "percent")
                .contains(key);
    }
}
