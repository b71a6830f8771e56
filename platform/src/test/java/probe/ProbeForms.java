package probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jianzheng.workflow.form.ComposedForm;
import org.jianzheng.workflow.form.ComposedForms;
import org.jianzheng.workflow.form.FormFields;
import org.jianzheng.workflow.form.FormFields.Choice;
import org.jianzheng.workflow.form.FormFrame;

/** Two forms of one frame, with nothing in common but that. */
public class ProbeForms implements ComposedForms {

    private static final FormFrame FRAME = read();

    private static FormFrame read() {
        try (InputStream file = ProbeForms.class.getResourceAsStream("/probe/forms/probe/probeRecord.form")) {
            return FormFrame.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String frame() {
        return "probeRecord";
    }

    @Override
    public List<ComposedForm> forms() {
        return List.of(
                FRAME.compose(
                        "probeRecord-cube",
                        List.of(FormFields.rows(
                                        "specimens",
                                        "试件",
                                        List.of(FormFields.decimal("loadKn", "破坏荷载 (kN)")
                                                .places(2)
                                                .between("0", "3000")
                                                .required()))
                                .given(3, 3))),
                FRAME.compose(
                        "probeRecord-bar",
                        List.of(
                                FormFields.decimal("maxForceKn", "最大力 (kN)")
                                        .places(2)
                                        .between("0", "3000")
                                        .required(),
                                FormFields.selectFrom("machine", "设备", "machines"),
                                FormFields.select(
                                                "failure",
                                                "破坏形态",
                                                List.of(new Choice("BAR", "拉断"), new Choice("CONNECTOR", "滑脱")))
                                        .required())));
    }
}
