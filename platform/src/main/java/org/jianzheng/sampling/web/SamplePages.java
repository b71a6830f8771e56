package org.jianzheng.sampling.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
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
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The custody chain on the case page, the sheet of marks to print, and where a scanned mark leads. */
@Controller
class SamplePages {

    private static final int SHORT = 6;

    private final Sampling sampling;
    private final MarkRolls rolls;
    private final Commissions commissions;
    private final Processes processes;
    private final Identity identity;

    SamplePages(Sampling sampling, MarkRolls rolls, Commissions commissions, Processes processes, Identity identity) {
        this.sampling = sampling;
        this.rolls = rolls;
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
        model.addAttribute("disposal", sampling.disposal(caseId).orElse(null));
        model.addAttribute("mayDispose", !attempts.isEmpty() && sampling.mayDispose(caseId));
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

    /** Anybody learns where the mark stands; whose it is, only who may see its case. */
    @GetMapping("/s/{code}")
    String scan(@PathVariable String code, Principal reader, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("state", sampling.stateOf(code).orElse(null));
        model.addAttribute("code", code);
        if (reader == null) {
            return "sampling/public";
        }
        sampling.mark(code).ifPresent(found -> addMark(found, model));
        return "sampling/scan";
    }

    /** The same for who first has to sign in. */
    @GetMapping("/s/{code}/story")
    String story(@PathVariable String code) {
        return "redirect:/s/{code}";
    }

    @PostMapping("/cases/{caseId}/disposal")
    String dispose(@PathVariable String caseId, @RequestParam Map<String, String> form) {
        if (!commissions.visible(caseId)) {
            throw new NotFound("sampling.sample.unknown");
        }
        sampling.dispose(caseId, form);
        return "redirect:/cases/{caseId}";
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
                        // Those of a roll were printed with it: a second label would be a second specimen.
                        .filter(sample -> rolls.marks(sample.specimens().stream()
                                        .map(SampleView.SpecimenView::mark)
                                        .toList())
                                .isEmpty())
                        .isPresent();
    }
}
