package org.jianzheng.testing.procedure;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.ResultLayout;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/** What a result says in words, by the texts of its item's folder. */
record ResultTexts(TestItem item, TestSubject subject, Outcome outcome, String judgedBy) {

    private static final Pattern NAMED = Pattern.compile("\\{([\\w.]+)}");
    private static final String LIMIT = ".limit";
    private static final String NONE = "—";
    private static final Map<String, String> UNMEASURED =
            Map.of("INVALID", "testing.row.invalid", "PENDING", "testing.row.pending", "RETEST", "testing.row.pending");

    String conclusion(ChineseText texts) {
        String text = item.result().conclusion().get(outcome.conclusion().name());
        return text == null
                ? texts.text(
                        "testing.conclusion.ANY." + outcome.conclusion(),
                        subject.sample().sampleName(),
                        judgedBy)
                : filled(text);
    }

    List<ResultView.RequirementRow> requirements(ChineseText texts) {
        return item.result().requirements().stream()
                .filter(row -> row.failed() == null || !filled(row.required()).contains(NONE))
                .filter(row -> row.given() == null || outcome.text(row.given()) != null)
                .filter(row -> row.missing() == null || outcome.text(row.missing()) == null)
                .map(row -> row(row, texts))
                .toList();
    }

    private ResultView.RequirementRow row(ResultLayout.Requirement row, ChineseText texts) {
        String required = filled(row.required());
        String measured = filled(row.measured());
        boolean known = !measured.contains(NONE);
        return new ResultView.RequirementRow(
                row.name(),
                required.contains(NONE) ? NONE : required,
                known
                        ? measured
                        : texts.text(
                                UNMEASURED.getOrDefault(outcome.conclusion().name(), "testing.row.none")),
                verdict(row, known));
    }

    private Verdict verdict(ResultLayout.Requirement row, boolean known) {
        if (row.failed() == null || row.retest() && outcome.verdict() == Verdict.RETEST) {
            return outcome.verdict();
        }
        if (!known) {
            return null;
        }
        return Verdict.of(!outcome.list("failed").contains(row.failed()));
    }

    /** A text that names fields of the order alone. */
    static String ordered(String text, TestItem item, TestSubject subject) {
        return new ResultTexts(item, subject, null, null).filled(text);
    }

    private String filled(String text) {
        return NAMED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
    }

    private String value(String name) {
        if (name.equals("judgedBy")) {
            return judgedBy;
        }
        if (name.endsWith(LIMIT)) {
            return orNone(outcome.limit(name.substring(0, name.length() - LIMIT.length())));
        }
        if (name.equals("ageDays")) {
            return orNone(
                    subject.sample().ageDays() == null
                            ? null
                            : subject.sample().ageDays().toString());
        }
        return item.order().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> orNone(ordered(field)))
                .orElseGet(() -> member(name));
    }

    private String ordered(OrderField field) {
        String value =
                field.name().equals("grade") ? subject.sample().grade() : subject.detail(field.name(), field.assumed());
        return value == null ? null : field.said(value).zh();
    }

    private String member(String name) {
        List<String> list = outcome.list(name);
        return list.isEmpty() ? orNone(outcome.text(name)) : String.join("、", list);
    }

    private static String orNone(String value) {
        return value == null ? NONE : value;
    }
}
