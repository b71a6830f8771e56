package org.jianzheng.batch.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jianzheng.batch.BatchChoice;
import org.jianzheng.batch.BatchCriteria;
import org.jianzheng.batch.EvaluationFate;
import org.jianzheng.batch.EvaluationSheet;
import org.jianzheng.batch.EvaluationView;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.printing.PrintedList;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An evaluation on paper, in Chinese whoever prints it. It says what became of it by the time it is printed. */
@Component
class PrintedEvaluation {

    private static final String TEMPLATE = "batch/batch";

    private final PrintedList printer;
    private final Identity identity;
    private final MessageSource messages;
    private final Clock clock;

    PrintedEvaluation(PrintedList printer, Identity identity, MessageSource messages, Clock clock) {
        this.printer = printer;
        this.identity = identity;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws RuleBroken for what does not prove itself: nothing of it is printed */
    byte[] pdf(EvaluationView view) {
        if (!view.proven()) {
            throw new RuleBroken("batch.evaluation.unproven", view.no());
        }
        List<Map<String, ?>> rows = new ArrayList<>();
        EvaluationSheet sheet = view.sheet();
        add(rows, "groups", sheet.groups());
        add(rows, "leftOut", sheet.leftOut());
        add(rows, "uncounted", sheet.uncounted());
        return printer.pdf(TEMPLATE, head(view), rows);
    }

    private Map<String, String> head(EvaluationView view) {
        EvaluationSheet sheet = view.sheet();
        Map<String, String> head = new HashMap<>();
        head.put("title", say("batch.print.title." + sheet.criteria().kind()));
        head.put("owner", sheet.site().name());
        head.put("no", view.no());
        head.put("mark", mark(view.fate()));
        site(head, sheet.site());
        batch(head, sheet.criteria());
        head.put("extent", extent(sheet.extent()));
        head.put(
                "counts",
                say(
                        "batch.print.counts",
                        sheet.groups().size(),
                        sheet.leftOut().size(),
                        sheet.uncounted().size()));
        outcome(head, sheet);
        head.put("remarks", remarks(sheet));
        head.put("evaluator", sheet.done().employer() + "　" + sheet.done().by());
        head.put("evaluatedAt", CityTime.second(sheet.done().at()));
        head.put("ledger", say("batch.print.ledger", view.ledgerEntry()));
        head.put("footer", say("batch.print.footer", identity.acting().name(), CityTime.minute(clock.instant())));
        return head;
    }

    private static void site(Map<String, String> head, EvaluationSheet.Site site) {
        head.put("project", site.name() + "（" + site.code() + "）");
        head.put("developer", site.developer());
        head.put("contractor", site.contractor());
        head.put("supervision", site.supervision());
    }

    private void batch(Map<String, String> head, BatchCriteria criteria) {
        head.put("material", say("batch.kind." + criteria.kind()) + "　" + criteria.grade());
        head.put("curing", criteria.curing() + "　" + criteria.age());
        head.put("mixLabel", say("batch.mix." + criteria.kind()));
        head.put("mix", criteria.mix().isEmpty() ? say("batch.mix.none") : criteria.mix());
    }

    private String extent(BatchChoice.Extent extent) {
        StringJoiner words = new StringJoiner("；").setEmptyValue(say("batch.extent.all"));
        if (!extent.unitWorks().isEmpty()) {
            words.add(extent.unitWorks());
        }
        if (!extent.part().isEmpty()) {
            words.add(say("batch.extent.part", extent.part()));
        }
        if (extent.from() != null || extent.until() != null) {
            words.add(say("batch.extent.days", text(extent.from()), text(extent.until())));
        }
        return words.toString();
    }

    private void outcome(Map<String, String> head, EvaluationSheet sheet) {
        EvaluationSheet.Outcome outcome = sheet.outcome();
        head.put("standard", outcome.decisions().getOrDefault("judgedBy", ""));
        head.put(
                "procedure",
                outcome.procedure() == null
                        ? say("batch.print.mortarProcedure")
                        : say("standards.choice.procedure." + outcome.procedure()));
        head.put("figures", figures(outcome.figures()));
        head.put("limits", limits(outcome));
        head.put("verdict", say("batch.print.verdict." + outcome.verdict()));
    }

    private String figures(Map<String, String> figures) {
        return List.of("meanMpa", "minMpa", "stdDev", "stdDevUsed", "sigma0Used").stream()
                .filter(figures::containsKey)
                .map(figure -> say("standards.member." + figure) + " " + figures.get(figure))
                .collect(Collectors.joining("　"));
    }

    private String limits(EvaluationSheet.Outcome outcome) {
        return outcome.limits().stream()
                .map(limit -> say("batch.limit." + limit.figure()) + " "
                        + limit.relation().replace(">=", "≥") + " " + limit.value() + " " + limit.unit())
                .collect(Collectors.joining("　"));
    }

    private String mark(EvaluationFate fate) {
        StringJoiner words = new StringJoiner("　");
        if (fate.superseded()) {
            words.add(say("batch.fate.superseded", fate.supersededBy(), text(fate.supersedeReason())));
        }
        if (fate.outdated()) {
            words.add(say(
                    "batch.fate.outdated",
                    fate.outdatedBy().stream()
                            .map(EvaluationFate.Outdating::reportNo)
                            .collect(Collectors.joining("、"))));
        }
        return words.length() == 0 ? null : words.toString();
    }

    private String remarks(EvaluationSheet sheet) {
        StringJoiner words = new StringJoiner("\n").setEmptyValue("—");
        EvaluationSheet.Done done = sheet.done();
        if (sheet.outcome().sigma() != null) {
            var sigma = sheet.outcome().sigma();
            words.add(say(
                    "batch.sigma.said",
                    sigma.mpa().toPlainString(),
                    sigma.from().toString(),
                    sigma.until().toString(),
                    sigma.groups(),
                    sigma.source()));
        }
        // On the first page too: the list of what was left out may stand on another, and get lost.
        if (!sheet.failedOutside().isEmpty()) {
            words.add(say("batch.failedOutside", sheet.failedOutside().size(), failed(sheet)));
        }
        if (!done.leaveReason().isEmpty()) {
            words.add(say("batch.print.leaveReason", done.leaveReason()));
        }
        if (!done.supersedes().isEmpty()) {
            words.add(say("batch.print.supersedes", String.join("、", done.supersedes()), done.supersedeReason()));
        }
        if (sheet.otherMixes().groups() > 0) {
            words.add(say(
                    "batch.otherMixes",
                    sheet.otherMixes().groups(),
                    sheet.otherMixes().failed()));
        }
        return words.toString();
    }

    private static String failed(EvaluationSheet sheet) {
        return sheet.failedOutside().stream()
                .map(line -> line.reportNo() + " " + line.value() + " MPa")
                .collect(Collectors.joining("、"));
    }

    private void add(List<Map<String, ?>> rows, String section, List<EvaluationSheet.Line> lines) {
        int no = 0;
        for (EvaluationSheet.Line line : lines) {
            Map<String, String> row = new HashMap<>();
            row.put("section", say("batch.print.section." + section, lines.size()));
            row.put("no", Integer.toString(++no));
            row.put("report", line.reportNo());
            row.put("place", line.place());
            row.put("made", text(line.madeOn()));
            row.put("age", line.age());
            row.put("value", line.value());
            row.put("single", say("testing.verdict." + line.conclusion()));
            row.put("why", why(line));
            rows.add(row);
        }
    }

    private String why(EvaluationSheet.Line line) {
        if (line.why() == null) {
            return null;
        }
        String why = say("batch.why." + line.why());
        return line.evaluatedIn() == null ? why : why + "，" + say("batch.evaluatedIn", line.evaluatedIn());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
