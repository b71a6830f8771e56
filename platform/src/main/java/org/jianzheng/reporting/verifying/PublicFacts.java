package org.jianzheng.reporting.verifying;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.proof.ReportProof;
import org.jianzheng.reporting.singles.SingleValues;
import org.jianzheng.reporting.singles.SingleValues.Column;
import org.jianzheng.reporting.singles.SingleValues.Spread;
import org.jianzheng.reporting.verifying.Verification.Fact;
import org.jianzheng.reporting.verifying.Verification.Single;

/** What the public page shows of a proven report: everything that a forger of paper would change, and no person's name. */
final class PublicFacts {

    /** In the order they are shown. Sampler, witness and remarks may name people and are left out. */
    private static final List<String> BEFORE = List.of(
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
            "sampleName");

    private static final List<String> AFTER =
            List.of("represents", "specimenCount", "madeOn", "receivedOn", "testedOn", "methodStandards", "judgedBy");

    private PublicFacts() {}

    static Verification.Facts of(ReportProof proof) {
        var content = ReportContent.read(proof.content());
        var text = content.text();
        return new Verification.Facts(
                proof.reportNo(),
                text.get("title"),
                text.get("labName"),
                proof.conclusion().name(),
                text.get("conclusion"),
                proof.issuedOn(),
                MaskedName.of(text.get("signatoryName")),
                lines(content),
                content.items(),
                singles(content.singles()),
                content.printedCurves(),
                note(text),
                proof.standing().replacedBy(),
                proof.pdfSha256());
    }

    private static List<Fact> lines(ReportContent content) {
        var text = content.text();
        var own = content.singles().facts();
        var keys = own.stream().map(SingleValues.Fact::key).toList();
        return Stream.of(
                        common(text, BEFORE, keys),
                        own.stream()
                                .filter(fact -> text.containsKey(fact.key()))
                                .map(fact -> new Fact(fact.key(), fact.label(), text.get(fact.key()))),
                        common(text, AFTER, keys))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Fact> common(Map<String, String> text, List<String> keys, List<String> own) {
        return keys.stream()
                .filter(key -> text.containsKey(key) && !own.contains(key))
                .map(key -> new Fact(key, null, text.get(key)));
    }

    private static String note(Map<String, String> text) {
        String mark = text.get("mark");
        return mark == null || mark.isBlank() ? null : mark;
    }

    private static List<Single> singles(SingleValues singles) {
        return singles.tables().stream()
                .flatMap(table -> Stream.of(table.columns(), table.foot())
                        .flatMap(List::stream)
                        .filter(column -> column.spread() != Spread.PLACE)
                        .filter(column -> table.rows().stream().anyMatch(row -> row.containsKey(column.key())))
                        .map(column -> single(column, table.rows())))
                .toList();
    }

    /** What is the same of all specimens stands once; what was found stands at each, also where it is the same. */
    private static Single single(Column column, List<Map<String, String>> rows) {
        var values =
                rows.stream().map(row -> row.getOrDefault(column.key(), "—")).toList();
        boolean once =
                column.spread() == Spread.TABLE && values.stream().distinct().count() == 1;
        return once
                ? new Single(column.key(), column.label(), column.unit(), values.subList(0, 1), rows.size())
                : new Single(column.key(), column.label(), column.unit(), values, 1);
    }
}
