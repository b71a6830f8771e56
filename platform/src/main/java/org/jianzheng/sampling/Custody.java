package org.jianzheng.sampling;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.event.CustodyRecorded;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.register.ActRows;
import org.jianzheng.sampling.site.DeskExceptions;
import org.jianzheng.sampling.site.LateDecisionView;
import org.jianzheng.sampling.site.RecordResult;
import org.jianzheng.sampling.site.RecordWindow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of the custody chain, each by the person who may take it, each with its ledger entry. */
@Component
class Custody {

    private static final int LONGEST_NOTE = 500;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final SampleStore samples;
    private final Scanning scanning;
    private final MarkMaker marks;
    private final Binding binding;
    private final ActRows acts;
    private final Commissions commissions;
    private final Registry registry;
    private final Gate gate;
    private final Ledger ledger;
    private final OfficialRows official;
    private final Numbers numbers;
    private final Identity identity;
    private final ApplicationEventPublisher events;
    private final LateRecords lateRecords;
    private final DeskExceptions desk;
    private final Clock clock;
    private final Duration window;

    Custody(
            SampleStore samples,
            Scanning scanning,
            MarkMaker marks,
            Binding binding,
            ActRows acts,
            Commissions commissions,
            Registry registry,
            Gate gate,
            Ledger ledger,
            OfficialRows official,
            Numbers numbers,
            Identity identity,
            ApplicationEventPublisher events,
            LateRecords lateRecords,
            DeskExceptions desk,
            Clock clock,
            SamplingSettings settings) {
        this.samples = samples;
        this.scanning = scanning;
        this.marks = marks;
        this.binding = binding;
        this.acts = acts;
        this.commissions = commissions;
        this.registry = registry;
        this.gate = gate;
        this.ledger = ledger;
        this.official = official;
        this.numbers = numbers;
        this.identity = identity;
        this.events = events;
        this.lateRecords = lateRecords;
        this.desk = desk;
        this.clock = clock;
        this.window = settings.window();
    }

    void issueMarks(String caseId) {
        CommissionView order = commissions.find(caseId);
        int attempt = samples.attempts(caseId).size() + 1;
        var of = new Sample.SampleOf(
                caseId,
                order.commissionNo(),
                order.parties(),
                order.asked().item(),
                order.asked().grade());
        Sample sample = new Sample(UUID.randomUUID().toString(), of, attempt, CityTime.now(clock));
        samples.add(
                sample,
                IntStream.rangeClosed(1, order.sample().specimenCount())
                        .mapToObj(position -> new Specimen(marks.make(), sample, position))
                        .toList());
        append(sample, "sample.marked", null, Map.of("specimens", order.sample().specimenCount(), "attempt", attempt));
    }

    /** @param mayWait whether the diagram has a person decide on what came late from a phone without network */
    RecordResult take(String caseId, FormValues form, boolean mayWait) {
        Sample sample = samples.latest(caseId);
        Person sampler = identity.acting();
        CustodyStep handling = handling(
                sampler, Role.SAMPLER, "contractors/" + sample.parties().contractorCode(), sample, form);
        if (isGivenUp(form)) {
            form.required("note");
            String reason = "取样单位不能取样：" + handling.note();
            sample.giveUp(reason);
            append(sample, "sample.givenUp", reason, content(handling, Map.of()));
            commissions.enter(caseId, CaseStage.SAMPLING_STOPPED);
            return RecordResult.GIVEN_UP;
        }
        desk.requirePhone(caseId, sample.issuedAt());
        Instant madeAt = form.instant("madeAt").orElseThrow(() -> RuleBroken.at("madeAt", "sampling.madeAt.missing"));
        if (madeAt.isAfter(handling.at().plus(CLOCKS_DIFFER))) {
            throw RuleBroken.at(
                    "madeAt", "sampling.madeAt.future", CityTime.minute(madeAt), CityTime.minute(handling.at()));
        }
        RecordWindow allowed = new RecordWindow(madeAt, window);
        boolean waits = mayWait && lateRecords.mayBeFrom(allowed, handling.at());
        if (!allowed.covers(handling.at()) && !waits) {
            return late(
                    sample,
                    "取样记录超时：申报制作时间 " + CityTime.minute(madeAt) + "，应于 " + CityTime.minute(allowed.closes()) + " 前登记，实际 "
                            + CityTime.minute(handling.at()));
        }
        if (binding.bind(sample, form.text("marks"))) {
            samples.specimens(sample).forEach(one -> scanning.record(one, sampler, Role.SAMPLER));
        } else {
            allScanned(sample, form.text("marks"), sampler, Role.SAMPLER, "marks");
        }
        String seal = KeyText.written(seal(form));
        if (waits) {
            sample.takeLate(madeAt, seal, handling);
        } else {
            sample.take(madeAt, seal, handling);
        }
        append(
                sample,
                waits ? "sample.takenLate" : "sample.taken",
                null,
                content(handling, Map.of("madeAt", madeAt, "sealNo", sample.sealNo())));
        acts.add("TAKING", act(sample, handling));
        tell(CustodyRecorded.Step.TAKING, sample, handling);
        return waits ? RecordResult.UNDECIDED : RecordResult.DONE;
    }

    // Forms of earlier diagrams ask for no decision.
    private static boolean isGivenUp(FormValues form) {
        return !form.text("decision").isEmpty()
                && form.choice("decision", "TAKE", "GIVE_UP").equals("GIVE_UP");
    }

    /** @param mayWait whether the diagram has a person decide on what came late from a phone without network */
    RecordResult witness(String caseId, FormValues form, boolean mayWait) {
        Sample sample = samples.latest(caseId);
        Person witness = identity.acting();
        String employer = "supervision/" + sample.parties().supervisionCode();
        CustodyStep handling =
                handling(witness, Role.WITNESS, employer, sample, form).notBefore(sample.taken());
        String decision = form.choice("decision", "CONFIRM", "OBJECT", "CANNOT");
        if (!decision.equals("CONFIRM")) {
            form.required("note");
            boolean objects = decision.equals("OBJECT");
            String reason = (objects ? "见证员提出异议：" : "见证单位不能见证：") + handling.note();
            sample.object(reason, handling, registry::isSameFirm);
            append(sample, objects ? "sample.objected" : "sample.notWitnessed", reason, lateRecords.proof());
            return RecordResult.VOID;
        }
        desk.requirePhone(caseId, sample.issuedAt());
        if (sample.taken() == null) {
            throw new RuleBroken("sampling.state.other");
        }
        RecordWindow allowed = lateRecords.witnessing(sample, window);
        Instant arrived = lateRecords.arrived();
        boolean waits = mayWait && lateRecords.mayBeFrom(allowed, arrived);
        if (!allowed.covers(arrived) && !waits) {
            return late(
                    sample,
                    "见证超时：取样登记 " + CityTime.minute(allowed.opened()) + "，应于 " + CityTime.minute(allowed.closes())
                            + " 前见证，实际 " + CityTime.minute(arrived));
        }
        ticked(form, "marksSeen", "sampling.witness.marks");
        ticked(form, "sealSeen", "sampling.witness.seal");
        if (waits) {
            sample.witnessLate(handling, registry::isSameFirm);
        } else {
            sample.witness(handling, registry::isSameFirm);
        }
        append(sample, waits ? "sample.witnessedLate" : "sample.witnessed", null, content(handling, Map.of()));
        acts.add("WITNESSING", act(sample, handling));
        tell(CustodyRecorded.Step.WITNESSING, sample, handling);
        return waits ? RecordResult.UNDECIDED : RecordResult.DONE;
    }

    List<LateDecisionView> lateDecisions(String caseId) {
        return lateRecords.of(samples.latest(caseId));
    }

    /** @return what the case goes on with: taken, witnessed, or a new attempt */
    SampleState decideLate(String caseId, FormValues form) {
        Sample sample = samples.latest(caseId);
        return lateRecords.decide(sample, form);
    }

    private void tell(CustodyRecorded.Step step, Sample sample, CustodyStep handling) {
        GeoPoint place = handling.latitude() == null ? null : new GeoPoint(handling.latitude(), handling.longitude());
        events.publishEvent(new CustodyRecorded(
                step,
                sample.label(),
                sample.caseId(),
                sample.parties().labCode(),
                commissions.find(sample.caseId()).site().projectCode(),
                handling.at(),
                handling.username(),
                handling.name(),
                lateRecords.place(place)));
    }

    /** @return whether the laboratory took the sample in */
    boolean receive(String caseId, FormValues form) {
        Sample sample = samples.latest(caseId);
        Person receiver = identity.acting();
        CustodyStep handling =
                handling(receiver, Role.RECEIVER, "labs/" + sample.parties().labCode(), sample, form);
        return form.choice("decision", "ACCEPT", "REFUSE").equals("REFUSE")
                ? refuse(sample, handling, form)
                : accept(sample, handling, receiver, form);
    }

    private boolean accept(Sample sample, CustodyStep handling, Person receiver, FormValues form) {
        GateAnswer scope =
                gate.pass(asked(sample, handling.at()).lab(sample.parties().labCode()));
        if (!scope.allowed()) {
            throw RuleBroken.at("decision", "sampling.receipt.outOfScope", scope.because());
        }
        allScanned(sample, form.text("scanned"), receiver, Role.RECEIVER, "scanned");
        ticked(form, "appearanceOk", "sampling.receipt.check");
        ticked(form, "marksOk", "sampling.receipt.check");
        ticked(form, "sealOk", "sampling.receipt.check");
        ticked(form, "quantityOk", "sampling.receipt.check");
        form.required("storage");
        String number = numbers.allocate("YP", sample.parties().labCode());
        sample.receive(number, form.text("storage", 60), handling, registry::isSameFirm);
        append(
                sample,
                "sample.received",
                null,
                content(handling, Map.of("sampleNo", number, "storage", sample.storage())));
        commissions.received(sample.caseId(), number);
        return true;
    }

    private boolean refuse(Sample sample, CustodyStep handling, FormValues form) {
        ReceiptRefusal refusal = ReceiptRefusal.of(form.text("refusal"));
        String number = numbers.allocate("JS", sample.parties().labCode());
        sample.refuse(number, refusal, handling.note(), handling, registry::isSameFirm);
        String reason = handling.note().isEmpty() ? refusal.label() : refusal.label() + "：" + handling.note();
        append(
                sample,
                "sample.refused",
                reason,
                content(handling, Map.of("refusal", refusal.name(), "refusalNo", number)));
        commissions.enter(sample.caseId(), CaseStage.SAMPLE_REFUSED);
        return false;
    }

    private RecordResult late(Sample sample, String reason) {
        sample.fail(reason);
        append(sample, "sample.late", reason, lateRecords.proof());
        return RecordResult.VOID;
    }

    /** Whoever has the database can add a step to the chain or change what was declared, but no entry of the ledger. */
    void requireProven(String caseId) {
        Sample sample = samples.latest(caseId);
        List<Ledger.Proven> entries = ledger.provenOf(sample.ledgerSubject());
        boolean whole = saidOfMarks(entries, sample)
                && (said(entries, "sample.taken", sample.taken())
                        || saidLate(entries, "sample.takenLate", "TAKING", sample.taken()))
                && (said(entries, "sample.witnessed", sample.witnessed())
                        || saidLate(entries, "sample.witnessedLate", "WITNESSING", sample.witnessed()))
                && said(entries, "sample.received", sample.received());
        if (!whole) {
            throw new RuleBroken("sampling.custody.unproven", sample.label());
        }
        official.requireIntact(Map.of(
                "sampling_sample", List.of(Map.of("case_id", caseId)),
                "sampling_handling", List.of(Map.of("sample_id", sample.id())),
                "sampling_specimen",
                        samples.specimens(sample).stream()
                                .map(specimen -> Map.of("mark", specimen.mark()))
                                .toList()));
    }

    private static boolean saidLate(List<Ledger.Proven> entries, String action, String decided, CustodyStep step) {
        return said(entries, action, step)
                && entries.stream()
                        .anyMatch(entry -> entry.line().action().equals(LateRecords.ACCEPTED)
                                && decided.equals(entry.content().get("step")));
    }

    private ActRows.Act act(Sample sample, CustodyStep handling) {
        String project = commissions.find(sample.caseId()).site().projectCode();
        return new ActRows.Act(
                sample.id(), handling.at(), handling.username(), project, sample.item(), sample.parties());
    }

    private static boolean said(List<Ledger.Proven> entries, String action, CustodyStep step) {
        return step != null
                && entries.stream()
                        .map(Ledger.Proven::line)
                        .anyMatch(entry ->
                                entry.action().equals(action) && step.username().equals(entry.actor()));
    }

    // Marks of a roll whose rows are taken away would leave those that the sample was issued.
    private boolean saidOfMarks(List<Ledger.Proven> entries, Sample sample) {
        List<String> marked =
                samples.specimens(sample).stream().map(Specimen::mark).toList();
        return entries.stream()
                .filter(entry -> entry.line().action().equals("sample.taken")
                        || entry.line().action().equals("sample.takenLate"))
                .allMatch(entry -> marked.equals(entry.content().get("marks")));
    }

    Optional<Instant> witnessedFrom(String caseId) {
        Sample sample = samples.latest(caseId);
        return Optional.ofNullable(sample.taken()).map(taken -> lateRecords.witnessedFrom(sample));
    }

    Instant witnessBy(String caseId) {
        return new RecordWindow(lateRecords.witnessedFrom(samples.latest(caseId)), window).closes();
    }

    Duration window() {
        return window;
    }

    private static String seal(FormValues form) {
        form.required("sealNo");
        return form.text("sealNo", 40);
    }

    private void allScanned(Sample sample, String typed, Person person, Role role, String field) {
        List<Specimen> all = samples.specimens(sample);
        Set<String> before = scanning.marksScannedBy(person, sample);
        ScanResult scanned = ScanResult.compare(all, MarkMaker.codes(typed), marks::read, scanning::whose, before);
        if (!scanned.complete()) {
            throw RuleBroken.at(field, "sampling.scan.wrong", scanned.because());
        }
        all.stream().filter(one -> !before.contains(one.mark())).forEach(one -> scanning.record(one, person, role));
    }

    private CustodyStep handling(Person person, Role role, String employer, Sample sample, FormValues form) {
        if (!person.employer().equals(Optional.of(employer))) {
            throw new RuleBroken(
                    "sampling.person.otherEmployer",
                    registry.organisation(employer).name());
        }
        Instant at = lateRecords.arrived();
        GateAnswer certified = gate.pass(asked(sample, at).person(person.username(), role));
        if (!certified.allowed()) {
            throw new RuleBroken("sampling.person.refused", certified.because());
        }
        GeoPoint place = place(form);
        return new CustodyStep(
                at,
                person.username(),
                person.name(),
                employer,
                gate.certificateNo(person.username(), role),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                form.text("note", LONGEST_NOTE));
    }

    private GateQuestion asked(Sample sample, Instant at) {
        return GateQuestion.at(
                        GatePoint.RECEIPT,
                        sample.caseId(),
                        sample.item(),
                        at.atZone(CityTime.ZONE).toLocalDate())
                .measuring(commissions.measured(sample.caseId()));
    }

    private static GeoPoint place(FormValues form) {
        BigDecimal latitude = form.decimal("latitude").orElse(null);
        BigDecimal longitude = form.decimal("longitude").orElse(null);
        if ((latitude == null) != (longitude == null)) {
            throw RuleBroken.at(latitude == null ? "latitude" : "longitude", "sampling.place.half");
        }
        return latitude == null ? null : new GeoPoint(latitude, longitude);
    }

    private static void ticked(FormValues form, String field, String code) {
        if (!form.checked(field)) {
            throw RuleBroken.at(field, code);
        }
    }

    private Map<String, Object> content(CustodyStep handling, Map<String, ?> more) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("at", handling.at().toString());
        content.put("employer", handling.employer());
        content.put("certificate", handling.certificate());
        if (handling.latitude() != null) {
            content.put("latitude", handling.latitude());
            content.put("longitude", handling.longitude());
        }
        content.put("note", handling.note());
        content.putAll(lateRecords.proof());
        more.forEach((key, value) -> content.put(key, value instanceof Instant at ? at.toString() : value));
        return content;
    }

    private void append(Sample sample, String action, String reason, Map<String, ?> content) {
        List<String> all =
                samples.specimens(sample).stream().map(Specimen::mark).collect(Collectors.toList());
        Map<String, Object> whole = new LinkedHashMap<>(content);
        whole.put("marks", all);
        ledger.append(new Ledger.Fact(null, action, sample.ledgerSubject(), sample.caseId(), reason, whole));
    }
}
