package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.manualentry.EnteredRecord;
import org.jianzheng.manualentry.ManualEntries;
import org.jianzheng.manualentry.TypingBasis;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Member;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.correction.CorrectionReason;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/** Takes down what the tester read off the machine, as a new version where there was one before. */
@Component
public class Recording {

    /** Forms know minutes: what was done this minute may look a little early or late. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Set<String> REASONS =
            CorrectionReason.ofRecord().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_REASON = 500;
    private static final BigDecimal SATURATED = BigDecimal.valueOf(100);

    private final TestStore store;
    private final TestSubjects subjects;
    private final Commissions commissions;
    private final TestGate gate;
    private final MachineNeeds needs;
    private final StageTimes times;
    private final TestAges ages;
    private final SealedReadings readings;
    private final RoomClimate climate;
    private final ManualEntries entries;
    private final OpenItemForces openItems;
    private final ChineseText texts;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Recording(
            TestStore store,
            TestSubjects subjects,
            Commissions commissions,
            TestGate gate,
            MachineNeeds needs,
            StageTimes times,
            TestAges ages,
            SealedReadings readings,
            RoomClimate climate,
            ManualEntries entries,
            OpenItemForces openItems,
            ChineseText texts,
            Numbers numbers,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.commissions = commissions;
        this.gate = gate;
        this.needs = needs;
        this.times = times;
        this.ages = ages;
        this.readings = readings;
        this.climate = climate;
        this.entries = entries;
        this.openItems = openItems;
        this.texts = texts;
        this.numbers = numbers;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param earlier whether a form of an earlier diagram sent it, which asks for no {@code confirmation} */
    public RawRecord record(String caseId, RecordForm typed, boolean earlier) {
        TestOrder order = store.order(caseId);
        Person by = identity.acting();
        gate.sameLab(by, order.parties().labCode());
        String stage = order.recorded(by);
        commissions.requireAsAsked(caseId);
        RawRecord before = store.latest(caseId, stage).orElse(null);
        TestSubject subject = subjects.of(caseId);
        JudgingBasis basis = JudgingBasis.of(subject);
        RecordForm tested = basis.sentBy(typed) ? SpecimenNumbers.withoutSpares(typed, subject) : typed;
        RecordStage asked = subject.family().item().stage(stage);
        RecordForm numbered =
                SpecimenNumbers.specimens(basis.applied(tested), subject).named(asked.labels());
        SealedReadings.Applied applied = readings.applied(numbered, stage, subject, order.machines(), by.username());
        RecordForm measured = climate.applied(marked(applied), order);
        checkCommon(measured, subject, before);
        ages.requireOfAge(stage, measured.instant("startedAt"), subject, store.current(order));
        subject.family().procedure().check(stage, measured, subject);
        times.requireTime(order, asked, measured);
        LocalDate day = LocalDate.ofInstant(measured.instant("startedAt"), CityTime.ZONE);
        GateQuestion question = GateQuestion.at(GatePoint.RUN, caseId, order.item(), CityTime.today(clock))
                .testedOn(day)
                .measuring(subject.parameters())
                .lab(order.parties().labCode());
        gate.open("startedAt", question);
        Member tester = gate.tester(order.tester(), subject, question);
        List<Machine> machines = order.machines().stream()
                .map(code -> gate.machine("startedAt", code, subject, question))
                .toList();
        if (subject.order().methodSha256() != null) {
            needs.check(subject, machines);
        }
        ForceRange.check(measured, needs.forForce(subject, machines));
        RecordForm entered = explained(measured, subject, earlier);
        RawRecord record = new RawRecord(
                numbers.allocate("YS", order.parties().labCode()),
                order,
                stage,
                before,
                entered,
                machines.stream().map(Recording::equipment).toList(),
                tester.certificateNo(Role.TESTER),
                by,
                clock.instant());
        store.add(record);
        append(record, entered, order);
        openItems.look(subject, record);
        applied.typed().stream()
                .max(Comparator.comparing(TypingBasis::isLet))
                .ifPresent(word -> entries.entered(
                        new EnteredRecord(
                                record.recordNo(),
                                caseId,
                                order.parties().labCode(),
                                order.item(),
                                order.sampleNo(),
                                by),
                        word));
        return record;
    }

    /** 人工录入 stands in the record, and on the report. */
    private RecordForm marked(SealedReadings.Applied applied) {
        String said = applied.typed().stream()
                .map(basis -> texts.text("testing.typed." + basis.ground(), basis.reference(), basis.name()))
                .collect(Collectors.joining("；"));
        return applied.form().with("manualEntry", said.isEmpty() ? null : said);
    }

    /** With the doubts about its readings, which whoever enters them has to answer. */
    private RecordForm explained(RecordForm measured, TestSubject subject, boolean earlier) {
        List<RuleBroken> doubts =
                Plausibility.doubts(measured, subject.family().procedure().expected(measured, subject));
        if (doubts.isEmpty()) {
            return measured.with("doubts", null);
        }
        String why = measured.text(earlier ? "abnormalities" : "confirmation", LONGEST_REASON);
        if (why == null) {
            throw doubts.get(0);
        }
        String said = doubts.stream().map(texts::said).collect(Collectors.joining("；"));
        return measured.with("doubts", said).with("confirmation", why);
    }

    private void checkCommon(RecordForm entered, TestSubject subject, RawRecord before) {
        entered.reading("temperature");
        if (entered.notNegative("humidity").exceeds(SATURATED)) {
            throw entered.broken("humidity", "testing.form.humidity");
        }
        entered.text("abnormalities", 500);
        Instant started = entered.instant("startedAt");
        Instant finished = entered.instant("finishedAt");
        Instant received = subject.receipt().receivedAt();
        if (received != null && started.isBefore(received.minus(MINUTE))) {
            throw entered.broken("startedAt", "testing.record.beforeReceipt", CityTime.minute(received));
        }
        if (started.isAfter(clock.instant().plus(MINUTE))) {
            throw entered.broken("startedAt", "testing.record.future");
        }
        if (finished.isBefore(started)) {
            throw entered.broken("finishedAt", "testing.record.backwards");
        }
        if (finished.isAfter(clock.instant().plus(MINUTE))) {
            throw entered.broken("finishedAt", "testing.record.future");
        }
        if (before != null) {
            // 4.2.2.2: a change says why.
            entered.required("correctionReason", 500);
            if (entered.has("correctionKind")) {
                entered.choice("correctionKind", REASONS);
            }
        }
    }

    private static ResultView.Equipment equipment(Machine machine) {
        return new ResultView.Equipment(
                machine.code(), machine.name(), machine.calibrated().until());
    }

    private void append(RawRecord record, RecordForm entered, TestOrder order) {
        var content = new LinkedHashMap<String, Object>();
        content.put("orderNo", order.orderNo());
        content.put("sampleNo", order.sampleNo());
        content.put("stage", record.stage());
        content.put("version", record.version());
        content.put("supersedes", record.supersedes());
        content.put("machines", order.machines());
        content.put("values", entered.values());
        content.put("softwareVersion", SoftwareVersion.text());
        ledger.append(new Ledger.Fact(
                        null,
                        record.version() == 1 ? "testing.recorded" : "testing.corrected",
                        record.ledgerSubject(),
                        order.caseId(),
                        (String) entered.values().get("correctionReason"),
                        content)
                .alsoAbout(order.ledgerSubject()));
    }
}
