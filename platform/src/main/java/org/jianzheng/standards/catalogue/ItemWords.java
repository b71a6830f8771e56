package org.jianzheng.standards.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.standards.catalogue.RecordStage.Input;
import org.jianzheng.standards.catalogue.ResultLayout.RowSet;
import org.springframework.context.i18n.LocaleContextHolder;

/** What people call the parts of an item's records and results, as its folder says; null where the folder does not. */
public record ItemWords(TestItem item) {

    /** 试验阶段. */
    public TestItem.Name stage(String code) {
        return item.stages().stream()
                .filter(stage -> stage.code().equals(code))
                .map(RecordStage::name)
                .findFirst()
                .orElse(null);
    }

    /** What is tested of specimens of that kind. */
    public TestItem.Name kind(String kind) {
        return rows(kind).flatMap(rows -> input(rows.list())).map(Input::label).orElse(null);
    }

    /** A reading or a figure of a specimen of that kind, with its unit. */
    public TestItem.Name column(String kind, String key) {
        return rows(kind).flatMap(rows -> input(rows.list())).stream()
                .flatMap(input -> input.fields().stream())
                .filter(field -> field.name().equals(key))
                .map(ItemWords::withUnit)
                .findFirst()
                .or(() -> printed(kind, key))
                .orElse(null);
    }

    private Optional<TestItem.Name> printed(String kind, String key) {
        return item.report().tables().stream()
                .filter(table -> table.kinds().contains(kind))
                .flatMap(table -> table.columns().stream())
                .filter(column ->
                        column.of() == ReportSource.SPECIMEN && column.from().equals(key))
                .map(column -> withUnit(column.label(), column.unit()))
                .findFirst();
    }

    /** A field of any record, with its unit. */
    public TestItem.Name field(String name) {
        return inputs().flatMap(input -> Stream.concat(Stream.of(input), input.fields().stream()))
                .filter(input -> input.name().equals(name))
                .map(ItemWords::withUnit)
                .findFirst()
                .orElse(null);
    }

    /** In the language of the page; null stays null. */
    public static String shown(TestItem.Name name) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return name == null ? null : english ? name.en() : name.zh();
    }

    private Optional<RowSet> rows(String kind) {
        List<RowSet> rows = item.result() == null ? List.of() : item.result().rows();
        return rows.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    private Optional<Input> input(String list) {
        return inputs().filter(input -> input.name().equals(list)).findFirst();
    }

    private Stream<Input> inputs() {
        return item.stages().stream().flatMap(stage -> stage.inputs().stream());
    }

    private static TestItem.Name withUnit(Input input) {
        return withUnit(input.label(), input.unit());
    }

    private static TestItem.Name withUnit(TestItem.Name label, String unit) {
        return unit == null
                ? label
                : new TestItem.Name("%s（%s）".formatted(label.zh(), unit), "%s (%s)".formatted(label.en(), unit));
    }
}
