package org.jianzheng.sampling.web;

import java.util.List;
import java.util.Optional;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.sampling.MarkView;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The custody chain on the case page, the sheet of marks to print, and where a scanned mark leads. */
@Controller
class SamplePages {

    private static final int SHORT = 6;

    private final Sampling sampling;
    private final Commissions commissions;
    private final Processes processes;
    private final Identity identity;

    SamplePages(Sampling sampling, Commissions commissions, Processes processes, Identity identity) {
        this.sampling = sampling;
        this.commissions = commissions;
        this.processes = processes;
        this.identity = identity;
    }

    @GetMapping("/cases/{caseId}/custody")
    String custody(@PathVariable String caseId, Model model) {
        List<SampleView> attempts = sampling.history(caseId);
        model.addAttribute("caseId", caseId);
        model.addAttribute("attempts", attempts);
        model.addAttribute("mayPrint", mayPrint(caseId));
        attempts.stream()
                .findFirst()
                .filter(sample -> sample.state().equals("TAKEN"))
                .ifPresent(sample -> model.addAttribute("witnessBy", CityTime.minute(sampling.witnessBy(sample))));
        return "sampling/custody :: custody";
    }

    @GetMapping("/cases/{caseId}/marks")
    String marks(@PathVariable String caseId, Model model) {
        if (!mayPrint(caseId)) {
            throw new NotFound("sampling.sample.unknown");
        }
        SampleView sample = sampling.sample(caseId);
        model.addAttribute("order", commissions.find(caseId));
        model.addAttribute("sample", sample);
        model.addAttribute(
                "labels", sample.specimens().stream().map(this::label).toList());
        return "sampling/marks";
    }

    @GetMapping("/s/{code}")
    String scan(@PathVariable String code, Model model) {
        Optional<MarkView> mark = sampling.mark(code);
        mark.ifPresent(found -> addMark(found, model));
        return "sampling/scan";
    }

    /** An address alone records nothing: a picture in a text, or a page that loads ahead, would scan in the reader's name. */
    @PostMapping("/s/{code}")
    String record(@PathVariable String code) {
        MarkView mark = sampling.scan(code).orElseThrow(() -> new NotFound("sampling.scan.unknown"));
        return "redirect:/s/" + mark.mark();
    }

    /**
     * One label.
     *
     * @param shortNo the end of the mark, by which people tell specimens apart
     * @param grouped the mark in groups that can be read out
     */
    record Label(int position, String mark, String shortNo, String grouped, QrCode qr) {}

    private Label label(SampleView.SpecimenView specimen) {
        return new Label(
                specimen.position(),
                specimen.mark(),
                specimen.mark().substring(specimen.mark().length() - SHORT),
                specimen.mark().replaceAll("(.{5})(?=.)", "$1 "),
                QrCode.of(sampling.url(specimen.mark())));
    }

    private void addMark(MarkView mark, Model model) {
        SampleView sample = mark.sample();
        Person reader = identity.acting();
        model.addAttribute("mark", mark);
        model.addAttribute("sample", sample);
        model.addAttribute("order", commissions.find(sample.caseId()));
        model.addAttribute("named", commissions.visible(sample.caseId()));
        model.addAttribute(
                "scanned",
                sample.specimens().stream()
                        .filter(one -> one.scans().stream()
                                .anyMatch(scan -> scan.username().equals(reader.username())))
                        .count());
        processes.openTasks(List.of(sample.caseId())).stream()
                .filter(task -> isFor(task, reader))
                .findFirst()
                .ifPresent(task -> {
                    model.addAttribute("task", task);
                    model.addAttribute("taskUrl", processes.taskUrl(task.id()));
                });
    }

    private static boolean isFor(OpenTask task, Person reader) {
        return task.assignee() == null
                ? task.groups().stream().anyMatch(reader.groups()::contains)
                : task.assignee().equals(reader.username());
    }

    // Whoever could print a mark could stick it on another specimen: only the contractor's samplers, until receipt.
    private boolean mayPrint(String caseId) {
        Person reader = identity.acting();
        String contractor = "contractors/" + commissions.find(caseId).parties().contractorCode();
        return reader.has(Role.SAMPLER)
                && reader.employer().equals(Optional.of(contractor))
                && sampling.find(caseId)
                        .filter(sample -> sample.state().equals("ISSUED")
                                || sample.state().equals("TAKEN"))
                        .isPresent();
    }
}
