package org.jianzheng.sampling.phone.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.RollMark;
import org.jianzheng.sampling.site.RecordOutcome;
import org.jianzheng.sampling.site.RecordWindow;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in samples that nobody has ordered a test of yet. All that a task would ask of a sample is asked of them when they come,
 * by the server's clock, so that no order can be joined later to what was too late then.
 */
@Component
class UnorderedIntake {

    private static final String CITY = "JZ";
    private static final String NUMBER_KIND = "XQ";
    /** Of one contractor: more that wait are a habit, and orders are to come first. */
    private static final int MOST_OPEN = 100;

    private static final int MOST_SPECIMENS = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final RecordChecks checks;
    private final RecordDecision decision;
    private final RecordStore records;
    private final UnorderedStore store;
    private final UnorderedNotices notices;
    private final HeldSettings settings;
    private final Sampling sampling;
    private final Projects projects;
    private final MarkMaker maker;
    private final MarkRolls rolls;
    private final Numbers numbers;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    UnorderedIntake(
            RecordChecks checks,
            RecordDecision decision,
            RecordStore records,
            UnorderedStore store,
            UnorderedNotices notices,
            HeldSettings settings,
            Sampling sampling,
            Projects projects,
            MarkMaker maker,
            MarkRolls rolls,
            Numbers numbers,
            Ledger ledger,
            PlatformTransactionManager transactions) {
        this.checks = checks;
        this.decision = decision;
        this.records = records;
        this.store = store;
        this.notices = notices;
        this.settings = settings;
        this.sampling = sampling;
        this.projects = projects;
        this.maker = maker;
        this.rolls = rolls;
        this.numbers = numbers;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    RecordAnswer take(ArrivedRecord arrival) {
        String id = arrival.record().id().toString();
        try {
            transaction.executeWithoutResult(status -> add(arrival));
        } catch (DuplicateKeyException atOnce) {
            // The same record, or another with one of its photos, was on its way at the same moment.
            return records.answered(arrival.by().username(), id, arrival.sha256())
                    .orElseGet(() -> decision.keep(arrival, RecordOutcome.REFUSED, "sampling.record.photoUsed"));
        } catch (RuleBroken refused) {
            return records.answered(arrival.by().username(), id, arrival.sha256())
                    .orElseGet(
                            () -> decision.keep(arrival, RecordOutcome.REFUSED, refused.code(), refused.arguments()));
        }
        return records.answered(arrival.by().username(), id, arrival.sha256()).orElseThrow();
    }

    private void add(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        if (!arrival.by().has(Role.SAMPLER)) {
            throw new RuleBroken("sampling.phone.role");
        }
        if (!new FormValues(record.form()).text("decision").equals("TAKE")) {
            throw new RuleBroken("sampling.unordered.nothing");
        }
        Project project = project(arrival);
        List<RollMark> marks = marks(new FormValues(record.form()).text("marks"), project);
        UnorderedSample.What what = what(record, marks.size());
        boolean late = isLate(arrival, what.madeAt());
        checks.require(arrival, Optional.of(what.madeAt()));
        checks.requireCertified(arrival, Role.SAMPLER, what.item());
        int waiting = store.openOf(project.contractor().code());
        if (waiting >= MOST_OPEN) {
            throw new RuleBroken("sampling.unordered.many", waiting);
        }
        UnorderedSample sample = new UnorderedSample(
                arrival.arrivalId(),
                numbers.allocate(NUMBER_KIND, CITY),
                site(record, project),
                what,
                sampler(arrival),
                new UnorderedSample.Times(
                        record.proof().at(), arrival.at(), late, arrival.at().plus(settings.joinWithin())),
                null,
                null);
        store.add(arrival, sample, marks);
        ledger.append(new Ledger.Fact(
                null,
                "sample.unordered.taken",
                UnorderedStore.subject(sample.id()),
                null,
                null,
                said(arrival, sample, marks)));
        notices.taken(sample, sampling.window());
    }

    private static UnorderedSample.Site site(SignedRecord record, Project project) {
        CaseParties parties = new CaseParties(
                null,
                project.developer().code(),
                project.contractor().code(),
                project.supervision().code());
        return new UnorderedSample.Site(
                project.code(), place(record, "unitWorks", 100), place(record, "part", 200), parties);
    }

    private static UnorderedSample.Sampler sampler(ArrivedRecord arrival) {
        return new UnorderedSample.Sampler(
                arrival.by().username(),
                arrival.by().name(),
                arrival.by().employer().orElseThrow(),
                arrival.phoneId());
    }

    private static Map<String, Object> said(ArrivedRecord arrival, UnorderedSample sample, List<RollMark> marks) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("number", sample.number());
        said.put("project", sample.site().projectCode());
        said.put("item", sample.what().item());
        said.put("grade", sample.what().grade());
        said.put("madeAt", sample.what().madeAt().toString());
        said.put("sealNo", sample.what().sealNo());
        said.put("marks", marks.stream().map(RollMark::mark).toList());
        said.put("record", arrival.record().id().toString());
        said.put("sha256", arrival.sha256());
        said.put("phone", arrival.phoneId());
        said.put("phoneAt", sample.times().phoneAt().toString());
        said.put("at", sample.times().arrivedAt().toString());
        return said;
    }

    private Project project(ArrivedRecord arrival) {
        String employer = arrival.by().employer().orElse("");
        return projects.runningOf(employer).stream()
                .filter(project -> project.code().equals(arrival.record().site().project()))
                .filter(project ->
                        employer.equals("contractors/" + project.contractor().code()))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("project", "sampling.unordered.project.other"));
    }

    private static String place(SignedRecord record, String field, int longest) {
        SignedRecord.Site site = record.site();
        FormValues said = new FormValues(Map.of("unitWorks", site.unitWorks(), "part", site.part()));
        String place = KeyText.visible(said.text(field, longest));
        if (place.isEmpty()) {
            throw RuleBroken.at(field, "sampling.unordered.place");
        }
        return place;
    }

    private static UnorderedSample.What what(SignedRecord record, int specimens) {
        SignedRecord.Site site = record.site();
        FormValues form = new FormValues(record.form());
        TestItem item = Catalogue.current()
                .find(site.item())
                .filter(TestItem::isOrdered)
                .orElseThrow(() -> RuleBroken.at("item", "commission.item.unknown", site.item()));
        OrderField grades = item.asked("grade");
        FormValues said = new FormValues(Map.of("grade", site.grade(), "batch", site.batch()));
        String grade = KeyText.written(said.text("grade", 60));
        boolean known = grades.isWritten() ? !grade.isEmpty() : grades.values().contains(grade);
        if (!known) {
            throw RuleBroken.at("grade", "sampling.unordered.grade.unknown", grade);
        }
        form.required("sealNo");
        return new UnorderedSample.What(
                item.code(),
                grade,
                KeyText.written(said.text("batch", 60)),
                specimens,
                form.instant("madeAt").orElseThrow(() -> RuleBroken.at("madeAt", "sampling.madeAt.missing")),
                KeyText.written(form.text("sealNo", 40)),
                form.text("note", 500));
    }

    private boolean isLate(ArrivedRecord arrival, Instant madeAt) {
        if (madeAt.isAfter(arrival.at().plus(CLOCKS_DIFFER))) {
            throw RuleBroken.at(
                    "madeAt", "sampling.madeAt.future", CityTime.minute(madeAt), CityTime.minute(arrival.at()));
        }
        RecordWindow allowed = new RecordWindow(madeAt, sampling.window());
        RecordChecks.requireInTime(arrival, allowed, "sampling.unordered.late");
        return !allowed.covers(arrival.at());
    }

    /** In the order in which they were scanned; nobody else binds them meanwhile. */
    private List<RollMark> marks(String typed, Project project) {
        List<String> lines = MarkMaker.codes(typed);
        if (lines.isEmpty() || lines.size() > MOST_SPECIMENS) {
            throw RuleBroken.at("marks", "sampling.unordered.marks", MOST_SPECIMENS);
        }
        List<String> read =
                lines.stream().flatMap(line -> maker.read(line).stream()).toList();
        Map<String, RollMark> known = rolls.marksToBind(read);
        List<String> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<RollMark> marks =
                read.stream().map(known::get).filter(Objects::nonNull).toList();
        if (marks.size() < lines.size()) {
            findings.add((lines.size() - marks.size()) + " 个不是标识卷上的标识");
        }
        for (RollMark mark : marks) {
            String wrong =
                    seen.add(mark.mark()) ? mark.refusal(project.contractor().code(), project.code(), null) : "重复扫描";
            if (wrong != null) {
                findings.add("标识 " + MarkMaker.tail(mark.mark()) + " " + wrong);
            }
        }
        if (!findings.isEmpty()) {
            throw RuleBroken.at("marks", "sampling.scan.wrong", String.join("；", findings));
        }
        return marks;
    }
}
