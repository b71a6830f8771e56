package org.jianzheng.testing.recording;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianzheng.manualentry.ManualEntries;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.standards.evaluation.OpenParameter;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.procedure.OpenProcedure;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Component;

/**
 * An open item (其他检测项目) is typed, whatever it is: whoever orders a force test as one goes round the machine that would
 * have sent it (4.1.7, 4.1.10). The record is taken, and the station told.
 */
@Component
class OpenItemForces {

    private static final String RULE = "testing.open.typed";
    private static final Set<String> UNITS = Set.of(
            "n", "kn", "mn", "pa", "kpa", "mpa", "gpa", "n/mm2", "kn/mm2", "n/m2", "kn/m2", "kgf", "tf", "kgf/cm2",
            "kgf/mm2", "nm", "knm", "n/mm", "kn/m", "牛", "牛顿", "千牛", "千牛顿", "帕", "千帕", "兆帕", "兆帕斯卡");
    private static final Pattern NAMED = Pattern.compile("(?i)(kn|mpa|n/mm)|兆帕|千牛");
    private static final Set<MachineKind> LOADING =
            Set.of(MachineKind.PRESS, MachineKind.UNIVERSAL, MachineKind.CEMENT);

    private final ManualEntries entries;
    private final Warnings warnings;
    private final ChineseText texts;

    OpenItemForces(ManualEntries entries, Warnings warnings, ChineseText texts) {
        this.entries = entries;
        this.warnings = warnings;
        this.texts = texts;
    }

    /** Warns where a record holds forces, or strengths, of a laboratory whose machines send them. */
    void look(TestSubject subject, RawRecord record) {
        List<String> forces = OpenProcedure.ordered(subject).stream()
                .filter(OpenItemForces::isForce)
                .map(parameter -> parameter.name() + " (" + parameter.unit() + ")")
                .toList();
        if (forces.isEmpty()) {
            return;
        }
        String labCode = subject.parties().labCode();
        List<Machine> sending = entries.sending(labCode, LOADING);
        if (!sending.isEmpty()) {
            raise(subject, record, String.join("、", forces), codes(sending));
        }
    }

    /** However the unit is written; where it stands in the name, there. */
    static boolean isForce(OpenParameter parameter) {
        String unit = Normalizer.normalize(parameter.unit(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}/]", "");
        String name = Normalizer.normalize(parameter.name(), Normalizer.Form.NFKC);
        return UNITS.contains(unit) || NAMED.matcher(name).find();
    }

    private static String codes(List<Machine> sending) {
        return sending.stream().map(Machine::code).sorted().collect(Collectors.joining("、"));
    }

    private void raise(TestSubject subject, RawRecord record, String forces, String machines) {
        warnings.raise(new NewWarning(
                "record:" + record.recordNo() + ":openTyped",
                RULE,
                new NewWarning.Subject("record", record.recordNo(), "/cases/" + subject.caseId()),
                subject.parties().labCode(),
                subject.caseId(),
                WarningSeverity.WARN,
                texts.text(RULE, record.recordNo(), forces, machines),
                Map.of("parameters", forces, "machines", machines)));
    }
}
