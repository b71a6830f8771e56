package org.jianzheng.commission.order;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.OpenParameter;
import org.jianzheng.workflow.form.ComposedForm;
import org.jianzheng.workflow.form.ComposedForms;
import org.jianzheng.workflow.form.FormComponent;
import org.jianzheng.workflow.form.FormFields;
import org.jianzheng.workflow.form.FormFrame;
import org.springframework.stereotype.Component;

/** The form that puts an order right: {@code forms/commission/correctCommission.form} with what the item's order says. */
@Component
public class CorrectionForms implements ComposedForms {

    private static final String FRAME = "correctCommission";

    private final Catalogue catalogue;

    CorrectionForms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public static String id(String item) {
        return FRAME + "-" + item;
    }

    @Override
    public String frame() {
        return FRAME;
    }

    @Override
    public List<ComposedForm> forms() {
        FormFrame frame = FormFrame.named("commission/" + FRAME);
        return catalogue.items().stream()
                .filter(TestItem::isOrdered)
                .map(item -> frame.compose(id(item.code()), material(item)))
                .toList();
    }

    private static List<FormComponent> material(TestItem item) {
        List<FormComponent> fields = new ArrayList<>();
        item.order()
                .fields()
                .forEach(field -> fields.add((field.isWritten() ? written(field) : choice(field)).compared()));
        if (item.order().parameters()) {
            fields.add(parameters());
        }
        // The client of an open item may name a standard that has ended, as one who chooses among editions.
        if (item.standards().judged().size() > 1 || item.order().parameters()) {
            fields.add(FormFields.text(EditionOrder.REASON, "选用已废止版本的理由")
                    .atMost(EditionOrder.LONGEST)
                    .hint("所选版本已废止时必填；仅限废止前已施工、订货的工程")
                    .compared());
        }
        fields.add(FormFields.text("represents", "代表数量（含单位）")
                .atMost(60)
                .required()
                .hint(quantity(item))
                .compared());
        if (item.order().ages()) {
            fields.add(
                    FormFields.decimal("ageDays", "设计龄期（d）").between("1", "365").compared());
        }
        return fields;
    }

    private static FormComponent written(OrderField field) {
        return FormFields.text(field.field(), field.label().zh())
                .atMost(field.longest())
                .required()
                .columns(8);
    }

    private static FormComponent parameters() {
        return FormFields.rows(
                        ItemOrder.PARAMETERS,
                        "检测参数与要求",
                        List.of(
                                FormFields.text("name", "参数").atMost(40).columns(4),
                                FormFields.text("unit", "单位").atMost(20).columns(2),
                                FormFields.select("relation", "要求", relations()).columns(2),
                                FormFields.decimal("lower", "下限")
                                        .places(8)
                                        .between("-1000000000", "1000000000")
                                        .columns(2),
                                FormFields.decimal("upper", "上限")
                                        .places(8)
                                        .between("-1000000000", "1000000000")
                                        .columns(2),
                                FormFields.decimal("places", "修约位数")
                                        .between("0", "6")
                                        .columns(2),
                                FormFields.text("words", "文字要求").atMost(100).columns(2)))
                .addable(1, OpenParameter.MOST);
    }

    private static List<FormFields.Choice> relations() {
        return List.of(
                new FormFields.Choice("AT_LEAST", "不小于"),
                new FormFields.Choice("AT_MOST", "不大于"),
                new FormFields.Choice("BETWEEN", "在范围内"),
                new FormFields.Choice("STATED", "文字要求"));
    }

    private static FormComponent choice(OrderField field) {
        return FormFields.select(
                        field.field(),
                        field.label().zh(),
                        field.values().stream()
                                .map(value -> new FormFields.Choice(
                                        value, field.said(value).zh()))
                                .toList())
                .required()
                .columns(8);
    }

    private static String quantity(TestItem item) {
        TestItem.Lot lot = item.order().lot();
        return lot == null ? "数字加单位，如 300 个接头" : "数字加单位（%s），不超过 %s %s".formatted(lot.unit(), lot.most(), lot.unit());
    }
}
