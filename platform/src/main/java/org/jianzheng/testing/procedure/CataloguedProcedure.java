package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.LeftOpen;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.standards.catalogue.ReportNames;
import org.jianzheng.standards.catalogue.ResultLayout;
import org.jianzheng.standards.catalogue.ResultLayout.RowSet;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/** An item of one evaluation, as its folder says. */
final class CataloguedProcedure implements FamilyProcedure {

    private static final String AGE = "ageDays";
    private static final int DESIGN_AGE_DAYS = 28;
    private static final Standards STANDARDS = new Standards();

    private final TestItem item;
    private final ResultLayout result;
    private final CataloguedRows rows;

    CataloguedProcedure(TestItem item) {
        this.item = item;
        this.result = item.result();
        this.rows = new CataloguedRows(item);
        if (result == null) {
            throw new IllegalStateException("methods/" + item.code() + "/item.yml has no result");
        }
    }

    @Override
    public void check(String stage, RecordForm entered, TestSubject subject) {
        for (RecordStage.Input input : item.stage(stage).inputs()) {
            if (input.rows() == null) {
                InputCheck.check(input, entered);
                InputCheck.within(input, entered, entered);
            } else {
                recorded(input, entered, subject).forEach(row -> input.fields().forEach(field -> {
                    InputCheck.check(field, row);
                    InputCheck.within(field, row, entered);
                }));
            }
        }
        requireTime(entered);
    }

    private List<RecordForm> recorded(RecordStage.Input input, RecordForm entered, TestSubject subject) {
        if (!input.added()) {
            return entered.rows(input.name(), rows(input.name(), subject).size());
        }
        List<RecordForm> added = entered.rows(input.name());
        if (added.size() < input.rows().least() || added.size() > input.rows().most()) {
            throw entered.broken(
                    input.name(),
                    "testing.form.rowsBetween",
                    input.rows().least(),
                    input.rows().most(),
                    added.size());
        }
        rows.ofList(input.name()).map(RowSet::nested).ifPresent(nested -> new NestedRows(nested, added)
                .requireGroups(subject.sample().specimenCount(), entered, input.name()));
        return added;
    }

    /** What takes days was not done in an afternoon. */
    private void requireTime(RecordForm entered) {
        Duration least = STANDARDS.lasts(item.method(), inputs(entered));
        if (least.isZero()) {
            return;
        }
        Duration taken = Duration.between(entered.instant("startedAt"), entered.instant("finishedAt"));
        if (taken.compareTo(least) < 0) {
            throw entered.broken("finishedAt", "testing.record.tooShort", least.toHours());
        }
    }

    @Override
    public List<Map<String, Object>> rows(String list, TestSubject subject) {
        return rows.begun(list, subject);
    }

    @Override
    public Map<String, Integer> again(TestFinding first, Standards standards) {
        Map<String, Integer> again = new LinkedHashMap<>();
        for (RowSet set : result.rows()) {
            again.put(
                    set.kind(),
                    standards.again(
                            item.method(), FirstTest.passed(first, set.kind()).size()));
        }
        return again;
    }

    @Override
    public Map<String, String> commissioned(TestSubject subject) {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (OrderField field : item.order().fields()) {
            String assumed = field.assumed() == null ? field.usual() : field.assumed();
            String value =
                    field.name().equals("grade") ? subject.sample().grade() : subject.detail(field.name(), assumed);
            if (value != null) {
                fixed.put(field.name(), value);
            }
        }
        if (isEarly(subject)) {
            fixed.put(AGE, subject.sample().ageDays().toString());
        }
        return fixed;
    }

    // Before the age that the grade is of a strength is told and not judged; cured like the structure, days say
    // nothing.
    private boolean isEarly(TestSubject subject) {
        return subject.sample().ageDays() != null
                && subject.sample().ageDays() < DESIGN_AGE_DAYS
                && subject.detail("curing", "STANDARD").equals("STANDARD")
                && STANDARDS.inputs(item.method()).stream()
                        .anyMatch(field -> field.name().equals(AGE));
    }

    @Override
    public Map<String, BigDecimal> expected(RecordForm entered, TestSubject subject) {
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        result.expected().forEach((reading, nominal) -> ExpectedReadings.named(nominal, subject, entered)
                .ifPresent(value -> expected.put(reading, value)));
        return expected;
    }

    @Override
    public List<String> methodStandards(TestSubject subject) {
        return item.standards().test().stream().map(Standards::titled).toList();
    }

    @Override
    public List<String> judgedBy(TestSubject subject) {
        Map<String, String> fields = new LinkedHashMap<>(subject.order().details());
        fields.put("grade", subject.sample().grade());
        return List.of(
                result.judgedBy() == null
                        ? Standards.titled(item.judgedBy(fields))
                        : ResultTexts.ordered(result.judgedBy(), item, subject));
    }

    @Override
    public TestFinding conclude(
            Map<String, RecordForm> records, TestSubject subject, Calculation calculation, ChineseText texts) {
        RecordForm entered = merged(records);
        rows.requireApart(entered);
        Outcome outcome = calculation.evaluate(item.method(), inputs(entered));
        ResultTexts said =
                new ResultTexts(item, subject, outcome, judgedBy(subject).get(0));
        boolean goesOn = item.goesOnAfter(outcome.conclusion(), records.keySet());
        return new TestFinding(
                goesOn ? Verdict.PENDING : outcome.conclusion(),
                said.conclusion(texts),
                methodStandards(subject),
                judgedBy(subject),
                said.requirements(texts),
                rows.specimens(entered, outcome),
                facts(entered, subject, outcome),
                calculation.lines());
    }

    /** What a later stage says of a field is what counts. */
    private RecordForm merged(Map<String, RecordForm> records) {
        Map<String, Object> values = new LinkedHashMap<>();
        item.stages().stream()
                .map(stage -> records.get(stage.code()))
                .filter(record -> record != null)
                .forEach(record -> values.putAll(record.values()));
        Map<String, TestItem.Name> labels = new LinkedHashMap<>();
        item.stages().forEach(stage -> labels.putAll(stage.labels()));
        return new RecordForm(values).named(labels);
    }

    private Map<String, Object> inputs(RecordForm entered) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (InputField field : STANDARDS.inputs(item.method())) {
            Object value = rows.input(field, entered);
            if (value != null) {
                inputs.put(field.name(), value);
            }
        }
        return inputs;
    }

    private Map<String, String> facts(RecordForm entered, TestSubject subject, Outcome outcome) {
        Map<String, String> facts = new LinkedHashMap<>(commissioned(subject));
        LeftOpen.of(item).forEach(open -> facts.put(open.input(), entered.text(open.input(), 40)));
        if (subject.sample().ageDays() != null) {
            facts.put("ageDays", subject.sample().ageDays().toString());
        }
        result.facts().forEach(member -> facts.put(member, outcome.text(member)));
        facts.put(ReportNames.REPRESENTATIVE, outcome.representative());
        facts.values().removeIf(value -> value == null);
        return facts;
    }
}
