package org.jianzheng.testing.recording;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.workflow.form.ComposedForm;
import org.jianzheng.workflow.form.ComposedForms;
import org.jianzheng.workflow.form.FormComponent;
import org.jianzheng.workflow.form.FormFields;
import org.jianzheng.workflow.form.FormFrame;
import org.springframework.stereotype.Component;

/** The tester's form of each item and stage: {@code forms/testing/record.form} with what the item's folder asks. */
@Component
public class ComposedRecordForms implements ComposedForms {

    private static final String FRAME = "record";
    /** Its last digits tell one specimen from the next. */
    private static final int NUMBER = 4;

    private static final int LINE = 16;

    private final Catalogue catalogue;

    ComposedRecordForms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Id of the form; unknown items have none. */
    public static String id(String item, String stage) {
        return String.join("-", FRAME, item, stage);
    }

    @Override
    public String frame() {
        return FRAME;
    }

    @Override
    public List<ComposedForm> forms() {
        FormFrame frame = FormFrame.named("testing/" + FRAME);
        List<ComposedForm> forms = new ArrayList<>();
        for (TestItem item : catalogue.items()) {
            for (RecordStage stage : item.stages()) {
                forms.add(frame.compose(
                        id(item.code(), stage.code()),
                        stage.inputs().stream()
                                .map(input -> component(input, item))
                                .toList()));
            }
        }
        return forms;
    }

    private static FormComponent component(RecordStage.Input input, TestItem item) {
        FormComponent component = input.rows() == null ? scalar(input) : rows(input, item);
        return input.part() == null ? component : component.hiddenWhen("order.%s = false".formatted(input.part()));
    }

    // The numbers of the specimens stand in front; how many there are the platform says. A time takes two fields'
    // place.
    private static FormComponent rows(RecordStage.Input input, TestItem item) {
        long times = input.fields().stream().filter(RecordStage.Input::moment).count();
        int shares = input.fields().size() + (int) times + (input.added() ? 0 : 1);
        int width = Math.max(input.added() || times > 0 ? 2 : 4, LINE / shares);
        List<FormComponent> fields = new ArrayList<>();
        if (!input.added()) {
            fields.add(FormFields.text(
                            "no", input.row() == null ? "试件编号" : input.row().zh())
                    .atMost(60)
                    .readOnly()
                    .columns(Math.max(NUMBER, width)));
        }
        input.fields()
                .forEach(field ->
                        fields.add(cell(field, input.name(), item).columns(field.moment() ? 2 * width : width)));
        FormComponent rows = FormFields.rows(input.name(), input.label().zh(), fields);
        return input.added()
                ? rows.addable(input.rows().least(), input.rows().most())
                : rows.given(input.rows().least(), input.rows().most());
    }

    /** A rate that was measured is shown, and not typed. */
    private static FormComponent scalar(RecordStage.Input input) {
        FormComponent field = field(input);
        return MeasuredRates.isRate(input) ? field.readOnlyWhen("order.rateMeasured") : field;
    }

    /** What a machine measured of every specimen is shown, and not typed. */
    private static FormComponent cell(RecordStage.Input field, String list, TestItem item) {
        boolean measured = item.evaluations().stream()
                .flatMap(method -> MachineReading.of(method).stream())
                .anyMatch(reading ->
                        reading.list().equals(list) && reading.field().equals(field.name()));
        return measured ? field(field).readOnlyWhen("order.byMachine") : field(field);
    }

    private static FormComponent field(RecordStage.Input input) {
        FormComponent field = kind(input);
        if (input.hint() != null) {
            field = field.hint(input.hint());
        }
        boolean free = input.optional() || input.with() != null;
        return free ? field.columns(8) : field.required().columns(8);
    }

    private static FormComponent kind(RecordStage.Input input) {
        String label = input.unit() == null
                ? input.label().zh()
                : "%s (%s)".formatted(input.label().zh(), input.unit());
        if (input.decimal() != null) {
            return FormFields.decimal(input.name(), label)
                    .places(input.decimal().places())
                    .between(
                            input.decimal().from().toPlainString(),
                            input.decimal().until().toPlainString());
        }
        if (input.moment()) {
            return FormFields.dateTime(input.name(), label);
        }
        if (input.choices().isEmpty()) {
            return FormFields.text(input.name(), label).atMost(200);
        }
        return FormFields.select(
                input.name(),
                label,
                input.choices().entrySet().stream()
                        .map(choice -> new FormFields.Choice(
                                choice.getKey(), choice.getValue().zh()))
                        .toList());
    }
}
