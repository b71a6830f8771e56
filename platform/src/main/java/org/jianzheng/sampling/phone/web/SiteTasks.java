package org.jianzheng.sampling.phone.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.Paged;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.record.PhoneRecordView;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordKind;
import org.jianzheng.sampling.phone.record.UnorderedSamples;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Component;

/** What waits for the acting person on building sites. */
@Component
class SiteTasks {

    private static final int SHOWN = 50;
    private static final int AT_ONCE = 200;
    private static final int MOST_READ = 5_000;
    private static final Set<String> KEYS = Set.of(RecordKind.TAKE.task(), RecordKind.WITNESS.task());

    private static final List<String> UNORDERED_WAYS = List.of("CONFIRM", "OBJECT", "CANNOT");

    private final Processes processes;
    private final Commissions commissions;
    private final Sampling sampling;
    private final PhoneRecords records;
    private final UnorderedSamples unordered;
    private final Projects projects;
    private final Identity identity;
    private final DisplayNames names;

    SiteTasks(
            Processes processes,
            Commissions commissions,
            Sampling sampling,
            PhoneRecords records,
            UnorderedSamples unordered,
            Projects projects,
            Identity identity,
            DisplayNames names) {
        this.processes = processes;
        this.commissions = commissions;
        this.sampling = sampling;
        this.records = records;
        this.unordered = unordered;
        this.projects = projects;
        this.identity = identity;
        this.names = names;
    }

    /**
     * One of them.
     *
     * @param taskId null of a sample that the witness may witness without network, before its taking is known, and of one
     *     without an order
     * @param unordered id of a sample without an order that the witness may witness; null of all others
     * @param label of the sample as it is on its marks' sheet
     * @param ways what its form lets one decide; empty of a sample that is witnessed ahead, and where the form asks for no decision
     * @param claimed whether they have claimed it themselves at a desk
     * @param heldBy name of the colleague who has claimed it at a desk, or null
     * @param taken what the sampler recorded, or null while it is the sampler's turn
     */
    record SiteTask(
            String taskId,
            RecordKind kind,
            String caseId,
            String unordered,
            String label,
            Ordered ordered,
            int count,
            List<String> ways,
            boolean claimed,
            String heldBy,
            Taken taken) {}

    record Ordered(String commissionNo, String project, String place, String sample) {}

    /** @param witnessBy the last moment at which the witness's record counts */
    record Taken(
            Instant madeAt, Instant at, String by, String sealNo, String note, Instant witnessBy, List<Seen> photos) {}

    record Seen(String url, String purpose) {}

    /** Those that colleagues have claimed are among them, to be taken over; and samples without an order that may still be witnessed. */
    List<SiteTask> mine() {
        Person person = identity.acting();
        List<OpenTask> open = new ArrayList<>(ofSites((page, size) -> processes.tasksOf(person, page, size)));
        open.addAll(ofSites((page, size) -> processes.heldByColleagues(person, page, size)));
        Stream<SiteTask> tasks = open.stream()
                // What was opened last has the least time left: old ones must not hide it.
                .sorted(Comparator.comparing(OpenTask::since).reversed())
                .limit(SHOWN)
                .map(this::told);
        return Stream.concat(unordered.toWitness().stream().map(this::told), tasks)
                .toList();
    }

    private SiteTask told(UnorderedSample sample) {
        return new SiteTask(
                null,
                RecordKind.WITNESS,
                null,
                sample.id(),
                sample.number(),
                new Ordered(
                        sample.number(),
                        projects.find(sample.site().projectCode())
                                .map(Project::name)
                                .orElse(sample.site().projectCode()),
                        sample.site().unitWorks() + "，" + sample.site().part(),
                        Catalogue.current().label(sample.what().item()) + "，"
                                + sample.what().grade()),
                sample.what().specimens(),
                UNORDERED_WAYS,
                false,
                null,
                new Taken(
                        sample.what().madeAt(),
                        sample.times().arrivedAt(),
                        sample.sampler().name(),
                        sample.what().sealNo(),
                        sample.what().note(),
                        unordered.witnessBy(sample),
                        unordered.photos(sample).stream()
                                .filter(photo -> !photo.purpose().equals("TURNED"))
                                .map(photo -> new Seen(photo.page(sample.id()), photo.purpose()))
                                .toList()));
    }

    /** Samples that wait to be taken and that the acting person would witness: without network they cannot know when they are. */
    List<SiteTask> ahead() {
        if (!identity.acting().has(Role.WITNESS)) {
            return List.of();
        }
        List<String> cases = commissions.list(CaseFilter.of("", CaseStage.SAMPLING.name()), 0, SHOWN).items().stream()
                .map(CaseView::caseId)
                .toList();
        return processes.openTasks(cases).stream()
                .filter(task -> task.key().equals(RecordKind.TAKE.task()))
                .map(task -> told(RecordKind.WITNESS, task.caseId(), null))
                .toList();
    }

    private static List<OpenTask> ofSites(BiFunction<Integer, Integer, Paged<OpenTask>> tasks) {
        List<OpenTask> found = new ArrayList<>();
        for (int page = 0; page * AT_ONCE < MOST_READ; page++) {
            List<OpenTask> read = tasks.apply(page, AT_ONCE).items();
            read.stream().filter(task -> KEYS.contains(task.key())).forEach(found::add);
            if (read.size() < AT_ONCE) {
                break;
            }
        }
        return found;
    }

    private SiteTask told(OpenTask task) {
        boolean taking = task.key().equals(RecordKind.TAKE.task());
        return told(taking ? RecordKind.TAKE : RecordKind.WITNESS, task.caseId(), task);
    }

    /** @param task null where it is not there yet */
    private SiteTask told(RecordKind kind, String caseId, OpenTask task) {
        String holder = task == null ? null : task.assignee();
        boolean claimed = identity.acting().username().equals(holder);
        CommissionView order = commissions.find(caseId);
        SampleView sample = sampling.sample(caseId);
        return new SiteTask(
                task == null ? null : task.id(),
                kind,
                caseId,
                null,
                sample.label(),
                new Ordered(
                        order.commissionNo(),
                        order.site().projectName(),
                        order.site().unitWorks() + "，" + order.site().part(),
                        order.sample().name() + "，" + order.asked().grade()),
                sample.specimens().size(),
                task == null ? List.of() : processes.choices(task.id(), "decision"),
                claimed,
                holder == null || claimed ? null : names.person(holder),
                kind == RecordKind.WITNESS && task != null ? taken(sample) : null);
    }

    private Taken taken(SampleView sample) {
        return new Taken(
                sample.declaredMadeAt(),
                sample.taken().at(),
                sample.taken().name(),
                sample.sealNo(),
                sample.taken().note(),
                sampling.witnessBy(sample),
                records.ofCase(sample.caseId()).stream()
                        .filter(record -> record.kind() == RecordKind.TAKE
                                && sample.label().equals(record.sampleLabel()))
                        .flatMap(record -> seen(sample.caseId(), record))
                        .toList());
    }

    private static Stream<Seen> seen(String caseId, PhoneRecordView record) {
        return record.photos().stream()
                .filter(photo -> photo.kept() != null && photo.destroyed() == null)
                // The turned heads are for whoever compares faces.
                .filter(photo -> !photo.purpose().equals("TURNED"))
                .map(photo -> new Seen(photo.kept().page(caseId), photo.purpose()));
    }
}
