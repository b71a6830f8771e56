package org.jianzheng.testing.recording;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.testing.order.AgeWindow;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestFinding;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether specimens are tested at the age that was ordered. Too early is refused; too late is kept, and the technical head
 * says whether the result serves.
 */
@Component
public class TestAges {

    private final ObjectProvider<AgeExemption> exemptions;
    private final ChineseText texts;

    public TestAges(ObjectProvider<AgeExemption> exemptions, ChineseText texts) {
        this.exemptions = exemptions;
        this.texts = texts;
    }

    /**
     * @param at when the test begins
     * @param before records of other stages
     * @throws RuleBroken naming the earliest time, where the specimens are not of age yet
     */
    public void requireOfAge(String stage, Instant at, TestSubject subject, Map<String, RawRecord> before) {
        Map<String, Instant> started = new HashMap<>();
        before.forEach((other, record) -> started.put(other, record.startedAt()));
        AgeWindow.of(stage, subject, started)
                .filter(window -> window.isBefore(at) && waits(subject))
                .ifPresent(window -> {
                    throw RuleBroken.at(
                            "startedAt",
                            "testing.age.early",
                            window.test(),
                            CityTime.minute(window.from()),
                            CityTime.minute(window.since()));
                });
    }

    private boolean waits(TestSubject subject) {
        return exemptions.stream().noneMatch(exemption -> exemption.holds(subject.caseId()));
    }

    /** The finding, referred to the technical head where the record of a stage began after its time. */
    public TestFinding judged(TestFinding finding, Map<String, RecordForm> records, TestSubject subject) {
        if (!finding.isUsed()) {
            return finding;
        }
        Map<String, Instant> started = new HashMap<>();
        records.forEach((stage, record) -> started.put(stage, record.instant("startedAt")));
        return records.keySet().stream()
                .flatMap(stage -> late(stage, subject, started).stream())
                .findFirst()
                .map(window -> finding.late(texts.text(
                        "testing.age.late",
                        window.test(),
                        CityTime.minute(window.from()),
                        CityTime.minute(window.until()),
                        texts.text("testing.verdict." + finding.conclusion()))))
                .orElse(finding);
    }

    private static Optional<AgeWindow> late(String stage, TestSubject subject, Map<String, Instant> started) {
        return AgeWindow.of(stage, subject, started).filter(window -> window.isOver(started.get(stage)));
    }
}
